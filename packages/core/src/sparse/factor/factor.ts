import type { SparseDesign } from "../sparseDesign.js";
import { denseFactor } from "./denseFactor.js";
import { eliminationOf } from "./elimination.js";
import { sparseFactor } from "./sparseFactor.js";

/** What is read of the factor of a symmetric positive definite matrix A = X′WX. */
export interface Factor {
  readonly solve: (b: Float64Array) => Float64Array;
  /** log|A| */
  readonly logDeterminant: () => number;
  /** A⁻¹, row by row in one array. */
  readonly inverse: () => Float64Array;
  /** The elements of A⁻¹ where two columns meet in a row of X; what else it holds may be 0. */
  readonly inverseWithinRows: () => Float64Array;
}

/** Fewest columns of which it is asked whether sparse elimination pays. */
const MANY_COLUMNS = 500;

/** Factors X′WX, p × p, row by row in one array; null where it is not positive definite, to rounding. */
export function factorOf(design: SparseDesign, A: Float64Array): Factor | null {
  const elimination = design.p > MANY_COLUMNS ? eliminationOf(design) : null;
  return elimination === null ? denseFactor(A, design.p) : sparseFactor(A, elimination);
}
