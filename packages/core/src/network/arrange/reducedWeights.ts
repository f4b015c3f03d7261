import { invertPositiveDefinite } from "../../linear/cholesky.js";
import { pairOf } from "./groupByTrial.js";
import type { NetworkTrial } from "./trial.js";

/**
 * Weights of a trial's pairs of arms with which least squares over the pairs, as if they were independent, is generalised least
 * squares with the full covariance K = S + τ²U of the comparisons against arm 0: −K⁻¹ₐᵦ, and Σᵦ K⁻¹ₐᵦ against arm 0.
 *
 * Rücker & Schwarzer 2014, Statistics in Medicine 33:4353-4369.
 */
export function reducedWeights({ arms, S }: NetworkTrial, tau2: number): Float64Array {
  const t = arms.length;
  const n = t - 1;
  if (n === 1) return Float64Array.of(1 / (S[0]! + tau2));
  const K = S.map((each, place) => each + (place % (n + 1) === 0 ? tau2 : tau2 / 2));
  invertPositiveDefinite(K, n);
  const weights = new Float64Array((t * n) / 2);
  for (let a = 1; a < t; a++)
    for (let b = 1; b < t; b++) {
      const each = K[(a - 1) * n + b - 1]!;
      weights[pairOf(0, a, t)]! += each;
      if (a < b) weights[pairOf(a, b, t)] = -each;
    }
  return weights;
}
