import type { EffectSize } from "../effectSize.js";
import type { Events } from "../events.js";
import { logRatio } from "../measure.js";
import type { ZeroCellOptions } from "../zeroCells.js";
import { type BinaryMeasure, binaryEffect, binaryMeasure } from "./binary.js";

/** ln((a/n₁)/(c/n₂)), variance 1/a − 1/n₁ + 1/c − 1/n₂. */
export const riskRatio: BinaryMeasure<"logRR"> = binaryMeasure({
  ...logRatio,
  id: "logRR",
  label: "risk ratio",
  citation: "Katz et al. 1978, Biometrics 34:469-474; Cochrane Handbook 6.4.1.1",
  axisLabel: "Risk ratio",
  estimate: ({ a, b, c, d }) => Math.log(a / (a + b)) - Math.log(c / (c + d)),
  variance: ({ a, b, c, d }) => b / (a * (a + b)) + d / (c * (c + d)),
});

/**
 * Log risk ratio ln((a/n₁)/(c/n₂)) of `a` events among `n1` patients against `c` among `n2`, with variance
 * 1/a − 1/n₁ + 1/c − 1/n₂. Studies with a zero cell get ½ in every cell unless `options` say otherwise;
 * without, a study with events in all patients has variance 0 and can't be pooled.
 *
 * Throws `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`, `ZERO_CELL` (a or c is 0 and no correction chosen), `DOUBLE_ZERO`
 * (with `dropDoubleZero`) and `UNKNOWN_CHOICE`. Katz et al. 1978, Biometrics 34:469-474; Cochrane Handbook 6.4.1.1.
 *
 * @example
 * import { logRiskRatio } from "@acumeta/core";
 * const rr = logRiskRatio({ a: 4, n1: 123, c: 11, n2: 139 });
 * rr.yi; // => -0.88931133
 * rr.vi; // => 0.32558477
 */
export function logRiskRatio(events: Events, options: ZeroCellOptions = {}): EffectSize<"logRR"> {
  return binaryEffect(riskRatio, events, options);
}
