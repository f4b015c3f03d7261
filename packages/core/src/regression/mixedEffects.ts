import type { Tau2Estimate } from "../pool/tau2/estimator.js";
import type { Design } from "./design.js";
import { profileSums, type SumsAt } from "./profileSums.js";
import type { ResidualTau2Estimator } from "./residualTau2/estimator.js";
import { type LeastSquares, weightedLeastSquares } from "./weightedLeastSquares.js";
import { weightsAt } from "./weights.js";

/** A mixed-effects regression y = Xβ + u + e, u of variance τ², e of variances v. */
export interface MixedEffects {
  readonly fit: LeastSquares;
  /** The fit at τ² = 0. */
  readonly atZero: LeastSquares;
  readonly tau2: Tau2Estimate;
  /** The sums at any τ². */
  readonly at: SumsAt;
}

/**
 * Mixed-effects meta-regression: the residual τ² by the chosen estimator, then weighted least squares with weights
 * 1/(v + τ²), whose `vcov` is the covariance of the coefficients. Without degrees of freedom left τ² is 0.
 *
 * Viechtbauer 2010, Journal of Statistical Software 36(3).
 */
export function mixedEffectsRegression(design: Design, estimator: ResidualTau2Estimator): MixedEffects {
  const { X, y, v } = design;
  const atZero = weightedLeastSquares(X, y, weightsAt(v, 0));
  const at = profileSums(design, atZero);
  const tau2 = atZero.df > 0 ? estimator.compute(design, at) : unestimated;
  const fit = tau2.value === 0 ? atZero : at(tau2.value).fit();
  return { fit, atZero, tau2, at };
}

const unestimated: Tau2Estimate = { value: 0, atBoundary: false, iterations: 0, converged: true };
