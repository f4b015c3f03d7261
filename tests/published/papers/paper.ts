import { readdirSync, readFileSync } from "node:fs";
import type { Measure } from "@acumeta/core";
import type { AnalysisName } from "../analyses.ts";

/** What a paper prints, and the data it was computed from; a file for each paper and data set in this folder. */
export interface Paper {
  readonly citation: string;
  /** What the data are, and where they are from. */
  readonly data: string;
  readonly measure: Measure;
  /** Groups, column by column; or the effects, where the paper prints no more. */
  readonly table?: Readonly<Record<string, readonly number[]>>;
  readonly effects?: { readonly yi: readonly number[]; readonly vi: readonly number[] };
  readonly effectOptions?: object;
  /** Of a meta-regression, column by column. */
  readonly moderators?: Readonly<Record<string, readonly number[]>>;
  /** What effects share or are of, column by column. */
  readonly columns?: Readonly<Record<string, readonly (number | string)[]>>;
  /** The paper's unit: 100 for percentage points. */
  readonly scale?: number;
  readonly results: readonly PaperResult[];
}

/** What the paper prints of one analysis. */
export interface PaperResult {
  readonly place: string;
  /** "pool" unless given. */
  readonly analysis?: AnalysisName;
  readonly options?: object;
  /** The effects of this result, where they are others than the paper's. */
  readonly measure?: Measure;
  readonly scale?: number;
  /** Numbers by their place in the analysis's result (see `quantityOf`), as strings, so that their digits are known. */
  readonly printed: Readonly<Record<string, string>>;
  /** Numbers that the paper prints otherwise than its data give them. */
  readonly differs?: Readonly<Record<string, Difference>>;
  readonly note?: string;
}

interface Difference {
  readonly printed: string;
  /** What R's metafor gives, too; or what `because` says. */
  readonly computed: string;
  readonly because: string;
}

export const papers: readonly Paper[] = readdirSync(new URL(".", import.meta.url))
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")));
