import type { BuiltDesign } from "../formula/buildDesign.js";
import type { RegressionDesign } from "./result.js";

/** A model matrix as a result holds it. */
export function describeDesign({ formula, names, X, terms, intercept, learned }: BuiltDesign): RegressionDesign {
  return { formula, names, rows: frozenRows(X), terms, intercept, ...learned };
}

/** The rows of a matrix, frozen here, where that is quick. */
function frozenRows(X: readonly Float64Array[]): RegressionDesign["rows"] {
  const rows: (readonly number[])[] = [];
  for (let i = 0; i < X[0]!.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < X.length; j++) row.push(X[j]![i]!);
    rows.push(Object.freeze(row));
  }
  return Object.freeze(rows);
}
