import { freeze } from "../numerics/freeze.js";
import type { ComputedEffect } from "./measure.js";

/** How a measure is computed from one row. */
interface RowFormula<Id extends string, Row> {
  readonly measure: Id;
  /** Refuses values that can't be. */
  readonly check: (row: Row) => void;
  /** Estimate and variance; not finite where the measure is undefined. */
  readonly of: (row: Row) => { readonly yi: number; readonly vi: number };
  readonly rules?: readonly string[];
  /** When the measure is undefined for possible values, in words. */
  readonly undefinedFor: string;
}

/** The effect of every row, each for itself. */
export function eachRow<Id extends string, Row>(
  rows: readonly Row[],
  { measure, check, of, rules = [], undefinedFor }: RowFormula<Id, Row>,
): readonly ComputedEffect<Id>[] {
  return rows.map((row) => {
    check(row);
    return effectOrNone(measure, of(row), { rules, undefinedFor });
  });
}

/** An effect, or an undefined one that says why where estimate or variance is no finite number. */
export function effectOrNone<Id extends string>(
  measure: Id,
  { yi, vi }: { readonly yi: number; readonly vi: number },
  { rules, undefinedFor }: { readonly rules: readonly string[]; readonly undefinedFor: string },
): ComputedEffect<Id> {
  if (Number.isFinite(yi) && Number.isFinite(vi)) return freeze({ measure, yi, vi, rules });
  return freeze({ measure, yi: null, vi: null, rules: [...rules, `undefined: ${undefinedFor}`] });
}
