import { measures, type PooledEffect } from "@acumeta/core";
import { valueRange, withMargin } from "../layout/valueRange.js";
import { LARGEST_LOG } from "./forestScale.js";

/**
 * The part of the pooled scale a forest plot shows: the null value (of levels there is none), every estimate, and intervals as `valueRange` says;
 * the prediction interval may widen it by half on each side.
 */
export function axisRange(fit: PooledEffect): readonly [number, number] {
  const studies = fit.studies.map(({ yi, lower, upper }) => ({ estimate: yi, lower, upper }));
  const pooled = { estimate: fit.estimate, lower: fit.ci.lower, upper: fit.ci.upper, room: 4 };
  const { ratio, tells, nullValue } = measures[fit.measure];
  const [low, high] = valueRange([...studies, pooled], tells === "level" ? [] : [nullValue]);
  const half = (high - low || 1) / 2;
  const lower = Math.min(low, Math.max(fit.pi?.lower ?? low, low - half));
  const upper = Math.max(high, Math.min(fit.pi?.upper ?? high, high + half));
  const range = withMargin([lower, upper], 0.04);
  return ratio ? [Math.max(range[0], 1 - LARGEST_LOG), Math.min(range[1], LARGEST_LOG - 1)] : range;
}
