import { normalCdf } from "../numerics/normal.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { tTwoSided } from "../numerics/studentT.js";
import type { Interval } from "./result.js";

/** The standard error of an estimate and its reference distribution (`df` null: normal), by which rule and at what level. */
export interface Spread {
  readonly se: number;
  readonly df: number | null;
  readonly level: number;
  readonly method: string;
}

/** The interval of an estimate and its test against 0; where the standard error is 0, p is 0, or 1 for an estimate of 0. */
export function intervalAround(estimate: number, { se, df, level, method }: Spread): Interval {
  const half = halfWidth(level, { se, df });
  const statistic = se === 0 ? null : estimate / se;
  const p = statistic === null ? (estimate === 0 ? 1 : 0) : twoSided(statistic, df);
  return { lower: estimate - half, upper: estimate + half, level, method, se, df, statistic, p };
}

function twoSided(statistic: number, df: number | null): number {
  return df === null ? 2 * normalCdf(-Math.abs(statistic)) : tTwoSided(statistic, df);
}
