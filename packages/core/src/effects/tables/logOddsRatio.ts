import type { EffectSize } from "../effectSize.js";
import type { Events } from "../events.js";
import { logRatio } from "../measure.js";
import type { ZeroCellOptions } from "../zeroCells.js";
import { type BinaryMeasure, binaryEffect, binaryMeasure } from "./binary.js";
import type { Cells } from "./cells.js";

/** ln(ad/(bc)) */
export function logOdds({ a, b, c, d }: Cells): number {
  return Math.log(a / b) - Math.log(c / d);
}

/** 1/a + 1/b + 1/c + 1/d */
export function reciprocals({ a, b, c, d }: Cells): number {
  return 1 / a + 1 / b + 1 / c + 1 / d;
}

export const oddsRatio: BinaryMeasure<"logOR"> = binaryMeasure({
  ...logRatio,
  id: "logOR",
  label: "odds ratio",
  citation: "Woolf 1955, Annals of Human Genetics 19:251-253; Cochrane Handbook 6.4.1.1",
  axisLabel: "Odds ratio",
  estimate: logOdds,
  variance: reciprocals,
});

/**
 * Log odds ratio ln((a/b)/(c/d)) of `a` events among `n1` patients against `c` among `n2` (b and d are those without),
 * with variance 1/a + 1/b + 1/c + 1/d. Studies with a zero cell get ½ in every cell unless `options` say otherwise.
 *
 * Throws `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`, `ZERO_CELL` (without correction), `DOUBLE_ZERO` (with
 * `dropDoubleZero`) and `UNKNOWN_CHOICE`. Woolf 1955, Annals of Human Genetics 19:251-253; Cochrane Handbook 6.4.1.1.
 *
 * @example
 * import { logOddsRatio } from "@acumeta/core";
 * const or = logOddsRatio({ a: 4, n1: 123, c: 11, n2: 139 });
 * or.yi; // => -0.93869414
 * or.vi; // => 0.35712495
 */
export function logOddsRatio(events: Events, options: ZeroCellOptions = {}): EffectSize<"logOR"> {
  return binaryEffect(oddsRatio, events, options);
}
