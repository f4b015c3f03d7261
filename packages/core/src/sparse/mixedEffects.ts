import type { Tau2Estimate } from "../pool/tau2/estimator.js";
import type { SumsAt } from "../regression/profileSums.js";
import type { SparseDesign } from "./sparseDesign.js";
import { type SparseLeastSquares, sparseLeastSquares } from "./sparseLeastSquares.js";
import { sparseSums } from "./sparseSums.js";

/** A mixed-effects regression y = Xβ + u + e with a sparse X, u of variance τ², e of variances v. */
export interface SparseMixedEffects {
  readonly fit: SparseLeastSquares;
  /** The fit at τ² = 0. */
  readonly atZero: SparseLeastSquares;
  readonly tau2: Tau2Estimate;
  readonly at: SumsAt;
}

/** τ² by an estimator, then weighted least squares; without degrees of freedom τ² is 0. X must have full rank. */
export function sparseMixedEffects(
  design: SparseDesign,
  { compute }: { readonly compute: (design: SparseDesign, at: SumsAt) => Tau2Estimate },
): SparseMixedEffects {
  const known = new Map<number, SparseLeastSquares>();
  const fitAt = (tau2: number) => {
    const fit = known.get(tau2) ?? sparseLeastSquares(design, tau2);
    known.set(tau2, fit);
    return fit;
  };
  const at = sparseSums(design, fitAt);
  const atZero = fitAt(0);
  const tau2 = atZero.df > 0 ? compute(design, at) : unestimated;
  return { fit: fitAt(tau2.value), atZero, tau2, at };
}

const unestimated: Tau2Estimate = { value: 0, atBoundary: false, iterations: 0, converged: true };
