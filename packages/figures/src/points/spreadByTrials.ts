import type { PointEffectRow } from "./pointEffectRow.js";

/** The share of the way to the neighbouring whole numbers that a group of points may take. */
const SHARE = 0.4;

/**
 * Places on a log axis of trials: points with the same number of trials side by side around it, in the order of their
 * codes, which has nothing to do with their effects.
 */
export function spreadByTrials(points: readonly PointEffectRow[]): readonly number[] {
  return points.map(({ code, k }) => {
    const group = points
      .filter((point) => point.k === k)
      .map((point) => point.code)
      .sort();
    if (group.length === 1) return k;
    const side = (2 * group.indexOf(code)) / (group.length - 1) - 1;
    return k * ((k + 1) / k) ** (SHARE * side);
  });
}
