import type { Comparison } from "./rule.js";

/**
 * Covariance of two differences of means of unit variance, Σ ±1/√(n n′) over the groups that both have: + where it stands
 * on the same side, − where on opposite sides. n ≠ n′ where a group has lost patients between the effects.
 */
export function covarianceOfMeans(one: Comparison, other: Comparison): number {
  let sum = 0;
  for (const [side, arm] of one.arms.entries()) {
    const there = other.arms.indexOf(arm);
    if (there >= 0) sum += (there === side ? 1 : -1) / Math.sqrt(one.sizes[side]! * other.sizes[there]!);
  }
  return sum;
}
