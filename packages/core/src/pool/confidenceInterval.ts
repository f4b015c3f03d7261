import { type Estimate, standardError } from "./estimate.js";
import { normal } from "./interval/normal.js";
import type { IntervalRule } from "./interval/rule.js";
import { intervalAround } from "./intervalAround.js";
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
  return intervalAround(estimated.sums.mean, { se, df, level, method });
}
