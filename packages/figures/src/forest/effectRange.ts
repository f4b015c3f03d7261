import { type Measure, measures } from "@acumeta/core";
import { type RoomWish, valueRange, withMargin } from "../layout/valueRange.js";
import { LARGEST_LOG } from "./forestScale.js";

/**
 * The part of the scale of pooling an axis of effects shows: the null value (of levels there is none), every estimate, and
 * intervals as `valueRange` says; prediction intervals may widen it by half on each side.
 */
export function effectRange(
  measure: Measure,
  wishes: readonly RoomWish[],
  predictions: readonly { readonly lower: number; readonly upper: number }[],
): readonly [number, number] {
  const { ratio, tells, nullValue } = measures[measure];
  const [low, high] = valueRange(wishes, tells === "level" ? [] : [nullValue]);
  const half = (high - low || 1) / 2;
  const lower = Math.min(low, Math.max(Math.min(low, ...predictions.map((each) => each.lower)), low - half));
  const upper = Math.max(high, Math.min(Math.max(high, ...predictions.map((each) => each.upper)), high + half));
  const range = withMargin([lower, upper], 0.04);
  return ratio ? [Math.max(range[0], 1 - LARGEST_LOG), Math.min(range[1], LARGEST_LOG - 1)] : range;
}
