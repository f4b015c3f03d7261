import { eachRow } from "../eachRow.js";
import { difference, type EffectMeasure, type NoOptions } from "../measure.js";
import { checkPaired, type Paired, pairedColumns, varianceOfChange } from "./paired.js";

/**
 * Mean change m₁ − m₂ of one group, in the units of the outcome, with variance (sd₁² + sd₂² − 2 r sd₁ sd₂)/n. Needs 2
 * patients. Cochrane Handbook 6.5.2.8.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("MC", { n: 30, m1: 4, sd1: 2, m2: 5, sd2: 2, r: 0.5 }).vi; // => 0.13333333
 */
export const meanChange: EffectMeasure<"MC", Paired, NoOptions> = {
  ...difference,
  tells: "change",
  id: "MC",
  label: "mean change",
  citation: "Cochrane Handbook 6.5.2.8",
  axisLabel: "Mean change",
  columns: pairedColumns,
  compute: (rows) =>
    eachRow(rows, {
      measure: "MC",
      check: (row) => checkPaired(row, 2),
      of: (row) => ({ yi: row.m1 - row.m2, vi: varianceOfChange(row) / row.n }),
      undefinedFor: "values beyond double precision",
    }),
};
