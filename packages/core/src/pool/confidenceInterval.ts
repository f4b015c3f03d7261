import { normalCdf } from "../numerics/normal.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { tTwoSided } from "../numerics/studentT.js";
import { type Estimate, standardError } from "./estimate.js";
import { normal } from "./interval/normal.js";
import type { IntervalRule } from "./interval/rule.js";
import type { Interval } from "./result.js";

/**
 * The interval and test of the weighted mean by a rule; by "z" for fewer studies than the rule needs.
 * Where identical effects make a Hartung-Knapp standard error 0, the interval is the point itself: its statistic is
 * null, p is 0, or 1 for an estimate of 0.
 */
export function confidenceInterval(
  v: Float64Array,
  estimated: Estimate,
  { rule, level }: { rule: IntervalRule; level: number },
): Interval {
  const { method, se, df } = standardError(v, estimated, { rule, fallback: normal });
  const { mean } = estimated.sums;
  const half = halfWidth(level, { se, df });
  const statistic = se === 0 ? null : mean / se;
  const p = statistic === null ? (mean === 0 ? 1 : 0) : twoSided(statistic, df);
  return { lower: mean - half, upper: mean + half, level, method, se, df, statistic, p };
}

function twoSided(statistic: number, df: number | null): number {
  return df === null ? 2 * normalCdf(-Math.abs(statistic)) : tTwoSided(statistic, df);
}
