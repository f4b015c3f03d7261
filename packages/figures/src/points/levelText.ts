import { percent } from "@acumeta/core";

/** "95% " where the intervals say their level and agree, else nothing. */
export function levelText(intervals: readonly ({ readonly level?: number } | null)[]): string {
  const levels = new Set(intervals.flatMap((interval) => (interval === null ? [] : [interval.level])));
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? `${percent(level)} ` : "";
}
