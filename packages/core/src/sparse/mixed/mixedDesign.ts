import type { SparseDesign } from "../sparseDesign.js";

/**
 * y = Xβ + Zb + e: independent rows of variances v + τ², of whose columns the first are fixed, and the others random, each with
 * the variance of its term.
 */
export interface MixedDesign {
  /** The columns of X, then those of Z. */
  readonly design: SparseDesign;
  /** How many are fixed. */
  readonly fixed: number;
  /** The term of each random column, 0, 1, …. */
  readonly termOf: Int32Array;
  /** Terms. */
  readonly terms: number;
}
