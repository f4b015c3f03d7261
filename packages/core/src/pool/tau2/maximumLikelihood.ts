import { logLikelihood } from "../logLikelihood.js";
import { weighted } from "../weighted.js";
import type { Tau2Estimator } from "./estimator.js";
import { maximise, type ProfileLikelihood } from "./likelihood.js";

const profile: ProfileLikelihood = {
  value: (y, v, tau2) => logLikelihood(y, v, tau2),
  score: ({ w1, q2 }) => 0.5 * (q2 - w1),
  curvature: ({ w1, w2, q3, r2 }) => 0.5 * w2 - q3 + r2 ** 2 / w1,
};

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
  r: "ML",
  compute: (y, v, atZero) => maximise(y, v, { likelihood: profile, atZero }),
  /** From the expected information, ½Σw². */
  standardError: (v, tau2) => Math.sqrt(2 / weighted(v, v, tau2).w2),
};
