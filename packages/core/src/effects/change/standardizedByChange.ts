import { finite } from "../../errors/check.js";
import { freeze } from "../../numerics/freeze.js";
import { checkOptions, checkRow } from "../checkRow.js";
import { patients } from "../counts.js";
import { eachRow } from "../eachRow.js";
import type { EffectSize } from "../effectSize.js";
import { difference, type EffectMeasure } from "../measure.js";
import { type ChangeOptions, changeRules, correctedChange } from "./changeVariance.js";
import { checkPaired, type Paired, pairedColumns, varianceOfChange } from "./paired.js";

/**
 * Standardised mean change by the standard deviation of the changes: J (m₁ − m₂)/√(sd₁² + sd₂² − 2 r sd₁ sd₂), J for n − 1
 * degrees of freedom. vi = 1/n + g²/(2n). Not on the scale of an SMD of two groups. Needs 3 patients; undefined where all
 * patients change alike.
 *
 * Gibbons, Hedeker & Davis 1993, Journal of Educational Statistics 18:271-279.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("SMCC", { n: 30, m1: 4, sd1: 2, m2: 5, sd2: 2, r: 0.5 }).yi; // => -0.48693749
 */
export const standardizedByChange: EffectMeasure<"SMCC", Paired, ChangeOptions> = {
  ...difference,
  tells: "change",
  id: "SMCC",
  label: "standardised mean change by the standard deviation of change",
  citation: "Gibbons, Hedeker & Davis 1993, Journal of Educational Statistics 18:271-279",
  axisLabel: "Standardised mean change",
  columns: pairedColumns,
  compute: (rows, options) =>
    eachRow(rows, {
      measure: "SMCC",
      check: (row) => checkPaired(row, 3),
      of: (row) => {
        const { n, m1, m2 } = row;
        return correctedChange({ d: (m1 - m2) / Math.sqrt(varianceOfChange(row)), n, base: 1 / n }, options);
      },
      rules: changeRules(options),
      undefinedFor: "a standard deviation of change of 0",
    }),
};

/**
 * Standardised mean change from the t statistic of a paired test: as the measure "SMCC", with d = t/√n. Throws
 * `NOT_A_VALID_NUMBER` (fewer than 3 patients) and `UNKNOWN_CHOICE`.
 *
 * @example
 * import { standardizedChangeFromT } from "@acumeta/core";
 * standardizedChangeFromT({ t: -2.7386128, n: 30 }).yi; // => -0.48693749
 */
export function standardizedChangeFromT(
  reported: { readonly t: number; readonly n: number },
  options: ChangeOptions = {},
): EffectSize<"SMCC"> {
  checkRow(reported, ["t", "n"]);
  checkOptions(options);
  const { t, n } = reported;
  finite({ t });
  patients({ n }, 3);
  const { yi, vi } = correctedChange({ d: t / Math.sqrt(n), n, base: 1 / n }, options);
  return freeze({ measure: "SMCC", yi, vi, rules: ["from the t statistic", ...changeRules(options)] });
}
