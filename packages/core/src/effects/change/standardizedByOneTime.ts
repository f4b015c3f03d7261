import { eachRow } from "../eachRow.js";
import { correctionFactor, correctionRule, type SmdCorrectionOptions } from "../means/hedges.js";
import { difference, type EffectMeasure } from "../measure.js";
import { type ChangeOptions, changeRules, correctedChange } from "./changeVariance.js";
import { checkPaired, type Paired, type PairedByOne, pairedColumns, varianceOfChange } from "./paired.js";

const rawColumns = ["n", "m1", "sd1", "m2", "r"] as const;
const undefinedFor = "a standard deviation of 0 at time 1";

/**
 * Standardised mean change by the raw standard deviation of time 1: J (m₁ − m₂)/sd₁, J for n − 1 degrees of freedom.
 * vi = 2(1 − r)/n + g²/(2n), which takes both times' true spreads as equal. To standardise by the baseline, give the
 * baseline's standard deviation as sd1. Needs 3 patients; undefined where sd₁ is 0.
 *
 * Becker 1988, British Journal of Mathematical and Statistical Psychology 41:257-278.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("SMCR", { n: 30, m1: 4, sd1: 2, m2: 5, r: 0.5 }).yi; // => -0.48693749
 */
export const standardizedByOneTime: EffectMeasure<"SMCR", PairedByOne, ChangeOptions> = {
  ...difference,
  tells: "change",
  id: "SMCR",
  label: "standardised mean change by the raw standard deviation",
  citation: "Becker 1988, British Journal of Mathematical and Statistical Psychology 41:257-278",
  axisLabel: "Standardised mean change (raw score)",
  columns: rawColumns,
  compute: (rows, options) =>
    eachRow(rows, {
      measure: "SMCR",
      check: (row) => checkPaired(row, 3, rawColumns),
      of: ({ n, m1, sd1, m2, r }) => correctedChange({ d: (m1 - m2) / sd1, n, base: (2 * (1 - r)) / n }, options),
      rules: changeRules(options),
      undefinedFor,
    }),
};

/**
 * As "SMCR", with a variance that lets the spreads of both times differ: vi = sd²/(sd₁²(n − 1)) + g²/(2(n − 1)), sd² the
 * variance of the change. Bonett 2008, Psychological Methods 13:99-109.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("SMCRH", { n: 30, m1: 4, sd1: 2, m2: 5, sd2: 3, r: 0.5 }).vi; // => 0.064432899
 */
export const standardizedByOneTimeHeteroscedastic: EffectMeasure<"SMCRH", Paired, SmdCorrectionOptions> = {
  ...difference,
  tells: "change",
  id: "SMCRH",
  label: "standardised mean change by the raw standard deviation, spreads not equal",
  citation: "Bonett 2008, Psychological Methods 13:99-109",
  axisLabel: "Standardised mean change (raw score)",
  columns: pairedColumns,
  compute: (rows, options) =>
    eachRow(rows, {
      measure: "SMCRH",
      check: (row) => checkPaired(row, 3),
      of: (row) => {
        const { n, m1, sd1, m2 } = row;
        const yi = (correctionFactor(options, n - 1) * (m1 - m2)) / sd1;
        return { yi, vi: varianceOfChange(row) / (sd1 ** 2 * (n - 1)) + yi ** 2 / (2 * (n - 1)) };
      },
      rules: [correctionRule(options), "variance for spreads that differ"],
      undefinedFor,
    }),
};
