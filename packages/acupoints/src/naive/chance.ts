import { quantileSorted } from "simple-statistics";

/** The middle part, of size `level`, of values sorted upwards. */
export function middle(sorted: number[], level: number) {
  return {
    lower: quantileSorted(sorted, 0.5 - level / 2),
    upper: quantileSorted(sorted, 0.5 + level / 2),
    level,
  };
}

/** How often shuffled values are as large as the one seen, which is counted among them. */
export function upperTail(shuffled: readonly number[], seen: number): number {
  return (1 + shuffled.filter((value) => value >= seen).length) / (1 + shuffled.length);
}

/** Twice the smaller of the lower and the upper tail, at most 1. */
export function twoSided(shuffled: readonly number[], seen: number): number {
  const lowerTail = (1 + shuffled.filter((value) => value <= seen).length) / (1 + shuffled.length);
  return Math.min(1, 2 * lowerTail, 2 * upperTail(shuffled, seen));
}
