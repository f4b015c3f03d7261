import { countText, fixed } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import type { ForestColumn } from "./forestColumns.js";

/** Means of both groups of a study, or their events; the study is named as in the fit. */
export type GroupRow = { readonly study: string } & (
  | {
      readonly n1: number;
      readonly m1: number;
      readonly sd1: number;
      readonly n2: number;
      readonly m2: number;
      readonly sd2: number;
    }
  | { readonly a: number; readonly n1: number; readonly c: number; readonly n2: number }
);

/** How both groups are called over their columns. */
export interface GroupNames {
  /** "Treatment" unless given. */
  readonly treatment?: string;
  /** "Comparator" unless given. */
  readonly comparator?: string;
  /** Decimals of means and standard deviations, 0 to 20; 1 unless given. */
  readonly digits?: number;
}

/**
 * Columns for `forestPlot` with the numbers of both groups, as Cochrane's RevMan shows them: mean, standard deviation and patients, or
 * events and patients, with the patients' sum in the pooled row. A study that no row names has empty cells.
 *
 * Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { effectSize, pool } from "@acumeta/core";
 * import { forestPlot, groupColumns } from "@acumeta/figures";
 * const rows = [
 *   { study: "First 2001", n1: 30, m1: 34.2, sd1: 20, n2: 31, m2: 42, sd2: 21 },
 *   { study: "Second 2005", n1: 60, m1: 38, sd1: 22, n2: 58, m2: 41.5, sd2: 23 },
 * ];
 * const effects = rows.map(({ study, ...groups }) => ({ ...effectSize("MD", groups), study }));
 * const columns = groupColumns(rows, { treatment: "Acupuncture", comparator: "Sham" });
 * columns.map(({ head }) => head); // => ["Acupuncture mean", "SD", "n", "Sham mean", "SD", "n"]
 * forestPlot(pool(effects), { columns: [...columns, "estimate", "weight"] }).width > 700; // => true
 */
export function groupColumns(rows: readonly GroupRow[], options: GroupNames = {}): readonly ForestColumn[] {
  checkArgument(
    Array.isArray(rows) && rows.every(isGroupRow),
    "rows",
    rows,
    "a list of { study, n1, m1, sd1, n2, m2, sd2 } or { study, a, n1, c, n2 }",
  );
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { treatment = "Treatment", comparator = "Comparator", digits = 1 } = options;
  checkArgument(
    Number.isInteger(digits) && digits >= 0 && digits <= 20,
    "digits",
    digits,
    "a whole number from 0 to 20",
  );
  const column = (head: string, of: (row: GroupRow) => string, pooled = ""): ForestColumn => ({
    head,
    align: "right",
    side: "left",
    cell: ({ study }) => {
      const row = rows.find((each) => each.study === study);
      return row === undefined ? "" : of(row);
    },
    pooled,
  });
  const total = (of: (row: GroupRow) => number) => countText(rows.reduce((sum, row) => sum + of(row), 0));
  const patients = [({ n1 }: GroupRow) => n1, ({ n2 }: GroupRow) => n2] as const;
  return [treatment, comparator].flatMap((name, group) => {
    const n = column("n", (row) => countText(patients[group]!(row)), total(patients[group]!));
    if (rows.some((row) => "a" in row)) {
      const events = (row: GroupRow) => ("a" in row ? [row.a, row.c][group]! : 0);
      return [column(`${name} events`, (row) => ("a" in row ? countText(events(row)) : ""), total(events)), n];
    }
    const mean = (row: GroupRow) => ("m1" in row ? fixed([row.m1, row.m2][group]!, digits) : "");
    const sd = (row: GroupRow) => ("m1" in row ? fixed([row.sd1, row.sd2][group]!, digits) : "");
    return [column(`${name} mean`, mean), column("SD", sd), n];
  });
}

function isGroupRow(row: unknown): boolean {
  if (!isObject(row)) return false;
  const numbers = "a" in row ? ["a", "n1", "c", "n2"] : ["n1", "m1", "sd1", "n2", "m2", "sd2"];
  const values = row as Readonly<Record<string, unknown>>;
  return typeof values.study === "string" && numbers.every((name) => Number.isFinite(values[name]));
}
