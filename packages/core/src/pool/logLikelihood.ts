import { weighted } from "./weighted.js";

const LOG_2PI = Math.log(2 * Math.PI);

function sumLogVariance(v: Float64Array, tau2: number): number {
  let sum = 0;
  for (const variance of v) sum += Math.log(variance + tau2);
  return sum;
}

/** Log-likelihood of the random-effects model at τ² and its weighted mean, constants included. */
export function logLikelihood(y: Float64Array, v: Float64Array, tau2: number): number {
  const { q1 } = weighted(y, v, tau2);
  return -0.5 * (y.length * LOG_2PI + sumLogVariance(v, tau2) + q1);
}

/**
 * Restricted log-likelihood of the random-effects model at τ², with the constant ½ log|X′X| = ½ log k, so that it
 * does not depend on the scaling of the design matrix (Harville 1974, Biometrika 61:383-385).
 */
export function restrictedLogLikelihood(y: Float64Array, v: Float64Array, tau2: number): number {
  const { q1, w1 } = weighted(y, v, tau2);
  const k = y.length;
  return -0.5 * ((k - 1) * LOG_2PI + sumLogVariance(v, tau2) + Math.log(w1) + q1 - Math.log(k));
}
