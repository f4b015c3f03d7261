import type { ClusterForm } from "./clusterForm.js";
import type { DependentEffects, DependentWeights } from "./model.js";
import { residualForms } from "./residualForms.js";

/**
 * Correlated effects: the sampling errors of the nⱼ effects of a cluster have variance v̄ⱼ, their mean, and correlation ρ,
 * and their true effects are one, of variance τ². Weights are 1/(nⱼ(v̄ⱼ + τ²)); τ² is estimated from Q, the residual sum of
 * squares at τ² = 0, and
 *
 *   I² = 100 (Q − E₀)/Q
 *
 * where E₀ is what Q is expected to be without heterogeneity; both 0 where they would be negative.
 *
 * Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65; Fisher & Tipton 2015, arXiv:1503.02220.
 */
export function correlatedWeights({ X, y, v, clusters }: DependentEffects, rho: number): DependentWeights {
  const { of, sizes } = clusters;
  const means = new Float64Array(sizes.length);
  for (let i = 0; i < v.length; i++) means[of[i]!]! += v[i]! / sizes[of[i]!]!;
  const perRow = (each: (cluster: number) => number) => Float64Array.from(of, each);
  const w = perRow((j) => 1 / (sizes[j]! * means[j]!));
  const K: ClusterForm = { own: w, shared: new Float64Array(sizes.length) };
  const sampling: ClusterForm = { own: perRow((j) => (1 - rho) * means[j]!), shared: means.map((mean) => rho * mean) };
  const between: ClusterForm = { own: new Float64Array(v.length), shared: new Float64Array(sizes.length).fill(1) };
  const { observed, expected } = residualForms({ X, y, w }, clusters);
  const Q = observed(K);
  const excess = Q - expected(K, sampling);
  const tau2 = Math.max(0, excess / expected(K, between));
  return {
    variance: perRow((j) => sizes[j]! * (means[j]! + tau2)),
    tau2,
    omega2: null,
    I2: excess > 0 ? (100 * excess) / Q : 0,
  };
}
