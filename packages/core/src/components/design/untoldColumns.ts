import type { SparseRow } from "../../sparse/sparseDesign.js";
import type { EstimableBasis } from "./estimableBasis.js";

const ROUNDING = 1e-8;

/** What a combination c′β has of each column that follows, less what follows from what it has of those kept. */
export function gaps({ kept, following }: EstimableBasis, c: SparseRow): readonly number[] {
  const has = new Map(c);
  return following.map(({ column, weights }) =>
    weights.reduce((gap, weight, i) => gap - weight * (has.get(kept[i]!) ?? 0), has.get(column) ?? 0),
  );
}

/**
 * The columns for which a combination c′β can't be estimated; none where c is a combination of rows of the design.
 *
 * Searle 1971, Linear Models, sec. 5.4.
 */
export function untoldColumns(basis: EstimableBasis, c: SparseRow): readonly number[] {
  const size = c.reduce((largest, [, amount]) => Math.max(largest, Math.abs(amount)), 1);
  return gaps(basis, c).flatMap((gap, i) => (Math.abs(gap) > ROUNDING * size ? [basis.following[i]!.column] : []));
}
