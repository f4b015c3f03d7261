import { logLikelihood } from "../logLikelihood.js";
import type { Tau2Estimator } from "./estimator.js";
import { maximise, type ProfileLikelihood } from "./likelihood.js";

const profile: ProfileLikelihood = {
  value: (y, v, tau2) => logLikelihood(y, v, tau2),
  score: ({ w1, q2 }) => 0.5 * (q2 - w1),
  curvature: ({ w1, w2, q3, r2 }) => 0.5 * w2 - q3 + r2 ** 2 / w1,
  information: (v, tau2) => 0.5 * sumOfSquaredWeights(v, tau2),
};

function sumOfSquaredWeights(v: Float64Array, tau2: number): number {
  let sum = 0;
  for (const variance of v) sum += (variance + tau2) ** -2;
  return sum;
}

/**
 * Maximum likelihood estimator of τ²: the global maximum over τ² ≥ 0 of
 *
 *   ℓ(τ²) = −½ Σ log(v + τ²) − ½ Σ w(y − μ)²,   w = 1/(v + τ²),   μ = Σwy/Σw
 *
 * Hardy & Thompson 1996, Statistics in Medicine 15:619-629, eq. 1-3. Biased downwards in small samples.
 */
export const maximumLikelihood: Tau2Estimator<"ML"> = {
  id: "ML",
  label: "maximum likelihood",
  citation: "Hardy & Thompson 1996, Statistics in Medicine 15:619-629, eq. 1-3",
  compute: (y, v) => maximise(y, v, profile),
};
