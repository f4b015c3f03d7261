import type { NetworkTrial } from "../arrange/trial.js";

/**
 * The variance of a trial's Σ cₐyₐ over its arms, Σ cₐ = 0, with heterogeneity τ²: c′(S + τ²U)c over the arms but the first, with
 * S their covariance against it and U = ½(I + 11′).
 */
export function varianceOver({ S, d }: NetworkTrial, c: Float64Array, tau2: number): number {
  const n = d.length;
  let sum = 0;
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      const heterogeneity = a === b ? tau2 : tau2 / 2;
      sum += c[a + 1]! * c[b + 1]! * (S[a * n + b]! + heterogeneity);
    }
  return sum;
}
