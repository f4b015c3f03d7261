import { readdirSync, readFileSync } from "node:fs";
import type { MdOptions, Measure, PoolOptions } from "@acumeta/core";

/** What a paper prints, and the data it was computed from; one file each in this folder. */
export interface Paper {
  readonly citation: string;
  readonly data: string;
  readonly measure: Measure;
  /** Groups, column by column; or the effects, where the paper prints no more. */
  readonly table?: Readonly<Record<string, readonly number[]>>;
  readonly effects?: { readonly yi: readonly number[]; readonly vi: readonly number[] };
  readonly effectOptions?: MdOptions;
  /** The paper's unit: 100 for percentage points. */
  readonly scale?: number;
  /** The effects as the paper prints them. */
  readonly studies?: { readonly place: string; readonly yi: readonly string[]; readonly vi: readonly string[] };
  readonly results: readonly PaperResult[];
}

/** One pooled result; `printed` holds the numbers as strings, so that their digits are known. */
interface PaperResult {
  readonly place: string;
  readonly options: PoolOptions;
  readonly printed: Readonly<Record<string, string>>;
  readonly note?: string;
}

export const papers: readonly Paper[] = readdirSync(new URL(".", import.meta.url))
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")));
