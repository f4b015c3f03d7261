import { eachRow } from "../eachRow.js";
import { groupColumns, type TwoGroups } from "../groups.js";
import { type EffectMeasure, logRatio, type NoOptions } from "../measure.js";
import { checkPooledSd, cohensD } from "./cohensD.js";

const shared = { ...logRatio, standsFor: "logOR", columns: groupColumns } as const;

/**
 * Log odds ratio of reaching any one value of a normal outcome, 1.65 d, d the uncorrected standardised mean difference,
 * with variance 1.65²(1/n₁ + 1/n₂ + d²/(2(n₁ + n₂))). Needs 3 patients and a pooled standard deviation above 0.
 *
 * Cox & Snell 1989, Analysis of Binary Data, 2nd ed.; Sánchez-Meca et al. 2003, Psychological Methods 8:448-467.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("D2ORN", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).yi; // => -0.58745712
 */
export const oddsRatioFromNormal: EffectMeasure<"D2ORN", TwoGroups, NoOptions> = {
  ...shared,
  id: "D2ORN",
  label: "odds ratio from means, normal outcome",
  citation: "Cox & Snell 1989, Analysis of Binary Data, 2nd ed.",
  axisLabel: "Odds ratio (from means)",
  compute: (rows) => fromMeans("D2ORN", rows, 1.65),
};

/**
 * Log odds ratio of reaching any one value of a logistic outcome, d π/√3, d the uncorrected standardised mean
 * difference, with variance (π²/3)(1/n₁ + 1/n₂ + d²/(2(n₁ + n₂))). Chinn 2000, Statistics in Medicine 19:3127-3131.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("D2ORL", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).yi; // => -0.64577537
 */
export const oddsRatioFromLogistic: EffectMeasure<"D2ORL", TwoGroups, NoOptions> = {
  ...shared,
  id: "D2ORL",
  label: "odds ratio from means, logistic outcome",
  citation: "Chinn 2000, Statistics in Medicine 19:3127-3131",
  axisLabel: "Odds ratio (from means)",
  compute: (rows) => fromMeans("D2ORL", rows, Math.PI / Math.sqrt(3)),
};

function fromMeans<Id extends "D2ORN" | "D2ORL">(measure: Id, rows: readonly TwoGroups[], factor: number) {
  return eachRow(rows, {
    measure,
    check: checkPooledSd,
    of: (row) => {
      const { d, n1, n2 } = cohensD(row);
      return { yi: factor * d, vi: factor ** 2 * (1 / n1 + 1 / n2 + d ** 2 / (2 * (n1 + n2))) };
    },
    undefinedFor: "values beyond double precision",
  });
}
