import type { PointEffectRow } from "./pointEffectRow.js";

/** The share of the way to the next whole number that a group of points may take on either side. */
const SHARE = 0.4;

/**
 * Places on a log axis of trials: points listed by the same number of trials side by side around it, in the order of
 * their codes, which has nothing to do with their effects.
 */
export function spreadByTrials(points: readonly PointEffectRow[]): readonly number[] {
  return points.map(({ code, trials }) => {
    const group = points
      .filter((point) => point.trials === trials)
      .map((point) => point.code)
      .sort();
    if (group.length === 1) return trials;
    const side = (2 * group.indexOf(code)) / (group.length - 1) - 1;
    return trials * ((trials + 1) / trials) ** (SHARE * side);
  });
}
