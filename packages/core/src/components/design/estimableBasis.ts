import { cholesky, choleskySolve, semidefiniteCholesky } from "../../linear/cholesky.js";
import { submatrix } from "../../linear/submatrix.js";
import { sparseGram } from "../../sparse/products.js";
import type { SparseDesign } from "../../sparse/sparseDesign.js";

/** A column that is a weighted sum of those kept. */
interface FollowingColumn {
  readonly column: number;
  /** Its weights on `kept`. */
  readonly weights: Float64Array;
}

/** Columns that tell all that a design can tell, and how the others follow from them. */
export interface EstimableBasis {
  readonly kept: readonly number[];
  readonly following: readonly FollowingColumn[];
}

/** Weights so near to a simple fraction are it. */
const ROUNDING = 1e-8;

/**
 * The first columns of which none follows from those before it. Variances have no part in it: however little a trial tells, it
 * tells what can be told.
 */
export function estimableBasis(design: SparseDesign): EstimableBasis {
  const { p, y } = design;
  const gram = sparseGram(design, new Float64Array(y.length).fill(1));
  const size = Float64Array.from({ length: p }, (_, i) => Math.sqrt(gram[i * (p + 1)]!) || 1);
  const A = gram.map((each, place) => each / size[Math.floor(place / p)]! / size[place % p]!);
  const L = semidefiniteCholesky(A, p)!;
  const columns = Array.from({ length: p }, (_, column) => column);
  const kept = columns.filter((column) => L[column * (p + 1)] !== 0);
  const factor = cholesky(submatrix(A, p, kept), kept.length)!;
  const weightsOf = (column: number) => {
    const along = Float64Array.from(kept, (each) => A[each * p + column]!);
    return choleskySolve(factor, along).map((weight, i) => tidy((weight * size[column]!) / size[kept[i]!]!));
  };
  return {
    kept,
    following: columns
      .filter((column) => L[column * (p + 1)] === 0)
      .map((column) => ({ column, weights: weightsOf(column) })),
  };
}

function tidy(weight: number): number {
  const nearest = Math.round(weight * 60) / 60;
  return Math.abs(weight - nearest) < ROUNDING ? nearest : weight;
}
