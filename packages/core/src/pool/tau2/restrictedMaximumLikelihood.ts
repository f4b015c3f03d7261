import { restrictedLogLikelihood } from "../logLikelihood.js";
import { traceOfSquaredProjection } from "../weighted.js";
import type { Tau2Estimator } from "./estimator.js";
import { maximise, type ProfileLikelihood } from "./likelihood.js";

const profile: ProfileLikelihood = {
  value: (y, v, tau2) => restrictedLogLikelihood(y, v, tau2),
  score: ({ w1, pairs, q2 }) => 0.5 * q2 - pairs / w1,
  curvature: ({ w1, w2, w3, q3, r2 }) => 0.5 * w2 - q3 + r2 ** 2 / w1 - w3 / w1 + 0.5 * (w2 / w1) ** 2,
};

/**
 * Restricted maximum likelihood estimator of τ²: the global maximum over τ² ≥ 0 of
 *
 *   ℓ(τ²) = −½ Σ log(v + τ²) − ½ log Σw − ½ Σ w(y − μ)²,   w = 1/(v + τ²),   μ = Σwy/Σw
 *
 * Harville 1977, Journal of the American Statistical Association 72:320-338;
 * Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261-293, eq. 16.
 */
export const restrictedMaximumLikelihood: Tau2Estimator<"REML"> = {
  id: "REML",
  label: "restricted maximum likelihood",
  citation: "Viechtbauer 2005, J Educ Behav Stat 30:261-293, eq. 16",
  r: "REML",
  compute: (y, v, atZero) => maximise(y, v, { likelihood: profile, atZero }),
  /** From the expected information, ½tr(PP). */
  standardError: (v, tau2) => Math.sqrt(2 / traceOfSquaredProjection(v, tau2)),
};
