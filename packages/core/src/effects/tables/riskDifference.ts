import type { EffectSize } from "../effectSize.js";
import type { Events } from "../events.js";
import { difference } from "../measure.js";
import type { ZeroCellOptions } from "../zeroCells.js";
import { type BinaryMeasure, binaryEffect, binaryMeasure } from "./binary.js";

/** a/n₁ − c/n₂, variance ab/n₁³ + cd/n₂³. */
export const differenceOfRisks: BinaryMeasure<"RD"> = binaryMeasure({
  ...difference,
  id: "RD",
  label: "risk difference",
  citation: "Cochrane Handbook 6.4.1.1",
  axisLabel: "Risk difference",
  estimate: ({ a, b, c, d }) => a / (a + b) - c / (c + d),
  variance: ({ a, b, c, d }) => (a * b) / (a + b) ** 3 + (c * d) / (c + d) ** 3,
});

/**
 * Risk difference a/n₁ − c/n₂ of `a` events among `n1` patients against `c` among `n2`, with variance ab/n₁³ + cd/n₂³.
 * Studies with a zero cell get ½ in every cell unless `options` say otherwise; without, a study that is all zeros or
 * ones has variance 0 and can't be pooled.
 *
 * Throws `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`, `DOUBLE_ZERO` (with `dropDoubleZero`) and `UNKNOWN_CHOICE`.
 * Cochrane Handbook 6.4.1.1.
 *
 * @example
 * import { riskDifference } from "@acumeta/core";
 * const rd = riskDifference({ a: 4, n1: 123, c: 11, n2: 139 });
 * rd.yi; // => -0.046616365
 * rd.vi; // => 0.00078006866
 */
export function riskDifference(events: Events, options: ZeroCellOptions = {}): EffectSize<"RD"> {
  return binaryEffect(differenceOfRisks, events, options);
}
