import { logRatio } from "../measure.js";
import { type BinaryMeasure, binaryMeasure } from "./binary.js";
import type { Cells } from "./cells.js";

/**
 * Peto's log odds ratio, for rare events and effects that are not large: (a − E)/V with variance 1/V, where
 * E = n₁m/N is what group 1 would have of the m = a + c events and V = n₁n₂m(N − m)/(N²(N − 1)).
 *
 * Defined with a zero cell, but corrected there as all ratios are unless `to` is "none"; undefined without events, or
 * with nothing else, in both groups. Yusuf, Peto et al. 1985, Progress in Cardiovascular Diseases 27:335-371.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("PETO", { a: 0, n1: 20, c: 3, n2: 20 }, { to: "none" }).yi; // => -2.1081081
 */
export const petoOddsRatio: BinaryMeasure<"PETO"> = binaryMeasure({
  ...logRatio,
  id: "PETO",
  label: "Peto's odds ratio",
  citation: "Yusuf et al. 1985, Progress in Cardiovascular Diseases 27:335-371",
  axisLabel: "Odds ratio (Peto)",
  standsFor: "logOR",
  estimate: (cells) => (cells.a - expected(cells)) / hypergeometricVariance(cells),
  variance: (cells) => 1 / hypergeometricVariance(cells),
  undefinedFor: "no events, or only events, in both groups",
});

function expected({ a, b, c, d }: Cells): number {
  return ((a + b) * (a + c)) / (a + b + c + d);
}

function hypergeometricVariance({ a, b, c, d }: Cells): number {
  const N = a + b + c + d;
  return ((((a + b) / N) * (c + d)) / N) * (a + c) * ((b + d) / (N - 1));
}
