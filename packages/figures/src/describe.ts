import type { ChartSpec } from "./chartSpec.js";
import { checkArgument, isObject } from "./checkArgument.js";

/**
 * What a figure says, in words, with its numbers: the alternative text for a page, a document or a reader who does not see it.
 * Throws `WRONG_ARGUMENT`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { describe, forestPlot } from "@acumeta/figures";
 * const fit = pool([{ study: "First 2001", measure: "SMD", yi: 0.3, vi: 0.04 }], { interval: "z" });
 * describe(forestPlot(fit)); // => "Forest plot: 1 study; pooled SMD 0.30 [−0.09, 0.69], 95% confidence interval."
 */
export function describe(chart: ChartSpec): string {
  const isChart = isObject(chart) && "description" in chart && typeof chart.description === "string";
  checkArgument(isChart, "chart", chart, "a figure, as forestPlot gives");
  return chart.description;
}
