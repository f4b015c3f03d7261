import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Answer, CheckedClaim, PointUse, PooledEffect } from "acumeta";
import Papa from "papaparse";
import { acumeta } from "../cli/acumeta.ts";

/** What results.json holds, as far as these tests read it. */
interface ReportResults {
  readonly trials: number;
  readonly questions: readonly (Answer & { readonly pooled: PooledEffect | null })[];
  readonly points: { readonly use: readonly PointUse[] };
  readonly claims: readonly CheckedClaim[];
}

export interface Report {
  readonly folder: string;
  readonly html: string;
  /** The names of the questions' files, in the order of the questions: the ids of their headings. */
  readonly names: readonly string[];
  readonly results: ReportResults;
  readonly file: (path: string) => Buffer;
  readonly table: (name: string) => readonly Readonly<Record<string, string>>[];
  readonly remove: () => void;
}

/** Long enough for a slow machine. */
export const BUILD_TIMEOUT = 180_000;

/** `acumeta reproduce` into a new temporary folder. */
export function buildReport(): Report {
  const folder = mkdtempSync(join(tmpdir(), "acumeta-report-"));
  const { status, err } = acumeta("reproduce", "--out", folder);
  if (status !== 0) throw new Error(`acumeta reproduce ended with ${status}: ${err}`);
  const file = (path: string) => readFileSync(join(folder, path));
  const html = file("index.html").toString("utf8");
  return {
    folder,
    html,
    names: [...html.matchAll(/<h3 id="([^"]+)"/g)].map(([, id]) => id!),
    results: JSON.parse(file("results.json").toString("utf8")),
    file,
    table: (name) => {
      const csv = file(`tables/${name}.csv`).toString("utf8");
      return Papa.parse<Record<string, string>>(csv, { header: true, delimiter: ",", skipEmptyLines: true }).data;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
