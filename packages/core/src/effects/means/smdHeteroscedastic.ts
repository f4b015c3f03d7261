import { patients } from "../counts.js";
import { eachRow } from "../eachRow.js";
import { checkGroups, groupColumns, type TwoGroups } from "../groups.js";
import { difference, type EffectMeasure } from "../measure.js";
import { correctionFactor, correctionRule, type SmdCorrectionOptions } from "./hedges.js";

/**
 * Standardised mean difference where the groups' true standard deviations differ: J (m₁ − m₂)/s with s² the plain mean of
 * the two variances and J for n₁ + n₂ − 2 degrees of freedom.
 *
 * vi = g²(s₁⁴/(n₁ − 1) + s₂⁴/(n₂ − 1))/(8s⁴) + (s₁²/(n₁ − 1) + s₂²/(n₂ − 1))/s². Needs 2 patients in each group.
 * Bonett 2008, Psychological Methods 13:99-109; Bonett 2009, Psychological Methods 14:225-238.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * const g = effectSize("SMDH", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 });
 * g.yi; // => -0.3553416
 * g.vi; // => 0.013154805
 */
export const smdHeteroscedastic: EffectMeasure<"SMDH", TwoGroups, SmdCorrectionOptions> = {
  ...difference,
  id: "SMDH",
  label: "standardised mean difference, spreads not equal",
  citation: "Bonett 2008, Psychological Methods 13:99-109",
  axisLabel: "Standardised mean difference",
  standsFor: "SMD",
  columns: groupColumns,
  compute: (rows, options) =>
    eachRow(rows, {
      measure: "SMDH",
      check: checkSpreads,
      of: (row) => ofGroups(row, options),
      rules: [correctionRule(options), "standardised by the mean of both variances"],
      undefinedFor: "values beyond double precision",
    }),
};

function checkSpreads(groups: TwoGroups): void {
  checkGroups(groups);
  patients({ n1: groups.n1, n2: groups.n2 }, 2);
}

function ofGroups({ n1, m1, sd1, n2, m2, sd2 }: TwoGroups, options: SmdCorrectionOptions) {
  const s2 = (sd1 ** 2 + sd2 ** 2) / 2;
  const yi = (correctionFactor(options, n1 + n2 - 2) * (m1 - m2)) / Math.sqrt(s2);
  const fourth = (sd1 ** 4 / (n1 - 1) + sd2 ** 4 / (n2 - 1)) / s2 ** 2;
  const second = (sd1 ** 2 / (n1 - 1) + sd2 ** 2 / (n2 - 1)) / s2;
  return { yi, vi: (yi ** 2 * fourth) / 8 + second };
}
