import { patients } from "../counts.js";
import { eachRow } from "../eachRow.js";
import { checkGroups, groupColumns, type TwoGroups } from "../groups.js";
import { difference, type EffectMeasure } from "../measure.js";
import { correctionFactor, correctionRule, type SmdCorrectionOptions } from "./hedges.js";

/**
 * Standardised mean difference by the standard deviation of group 2 (the controls): Glass's Δ with Hedges' correction,
 * J (m₁ − m₂)/sd₂, J for n₂ − 1 degrees of freedom. vi = 1/n₁ + 1/n₂ + yi²/(2n₂), which takes the true spreads as equal.
 * Needs 3 patients in group 2; undefined where its standard deviation is 0. For Δ without correction see `glassDelta`.
 *
 * Glass 1976, Educational Researcher 5:3-8; Hedges 1981, Journal of Educational Statistics 6:107-128.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("SMD1", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).yi; // => -0.31098505
 */
export const smdByControl: EffectMeasure<"SMD1", TwoGroups, SmdCorrectionOptions> = {
  ...difference,
  id: "SMD1",
  label: "standardised mean difference by the controls' standard deviation (Glass's Δ)",
  citation: "Glass 1976, Educational Researcher 5:3-8",
  axisLabel: "Standardised mean difference (Glass's Δ)",
  standsFor: "SMD",
  columns: groupColumns,
  compute: (rows, options) =>
    eachRow(rows, {
      ...shared("SMD1", options),
      of: ({ n1, m1, n2, m2, sd2 }) => {
        const yi = (correctionFactor(options, n2 - 1) * (m1 - m2)) / sd2;
        return { yi, vi: 1 / n1 + 1 / n2 + yi ** 2 / (2 * n2) };
      },
    }),
};

/**
 * As "SMD1", with a variance that lets the true spreads differ: vi = (sd₁²/sd₂²)/(n₁ − 1) + 1/(n₂ − 1) + yi²/(2(n₂ − 1)).
 * Needs 2 patients in group 1 and 3 in group 2. Bonett 2008, Psychological Methods 13:99-109.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("SMD1H", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).vi; // => 0.010265577
 */
export const smdByControlHeteroscedastic: EffectMeasure<"SMD1H", TwoGroups, SmdCorrectionOptions> = {
  ...difference,
  id: "SMD1H",
  label: "standardised mean difference by the controls' standard deviation, spreads not equal",
  citation: "Bonett 2008, Psychological Methods 13:99-109",
  axisLabel: "Standardised mean difference (Glass's Δ)",
  standsFor: "SMD",
  columns: groupColumns,
  compute: (rows, options) =>
    eachRow(rows, {
      ...shared("SMD1H", options),
      of: ({ n1, m1, sd1, n2, m2, sd2 }) => {
        const yi = (correctionFactor(options, n2 - 1) * (m1 - m2)) / sd2;
        return { yi, vi: (sd1 / sd2) ** 2 / (n1 - 1) + 1 / (n2 - 1) + yi ** 2 / (2 * (n2 - 1)) };
      },
    }),
};

function shared<Id extends "SMD1" | "SMD1H">(measure: Id, options: SmdCorrectionOptions) {
  return {
    measure,
    check: (groups: TwoGroups) => {
      checkGroups(groups);
      patients({ n1: groups.n1 }, measure === "SMD1H" ? 2 : 1);
      patients({ n2: groups.n2 }, 3);
    },
    rules: [correctionRule(options), "standard deviation of group 2"],
    undefinedFor: "a standard deviation of 0 in group 2",
  };
}
