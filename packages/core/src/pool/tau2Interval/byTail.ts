import { findRoot } from "../../numerics/findRoot.js";

/**
 * The limits of τ² from the probability, rising with τ², that a statistic is at least as large as observed: the τ² at
 * which it is α/2 and 1 − α/2; a limit below 0 is 0.
 */
export function byTail(
  upperTail: (tau2: number) => number,
  { level, scale }: { level: number; scale: number },
): { lower: number; upper: number } {
  const atZero = upperTail(0);
  const limit = (p: number) => {
    if (atZero >= p) return 0;
    let high = scale;
    while (upperTail(high) < p) high *= 4;
    return findRoot((tau2) => upperTail(tau2) - p, [0, high], { atStart: atZero - p }).x;
  };
  return { lower: limit((1 - level) / 2), upper: limit((1 + level) / 2) };
}
