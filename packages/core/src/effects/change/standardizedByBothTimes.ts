import { eachRow } from "../eachRow.js";
import { correctionFactor, correctionRule, type SmdCorrectionOptions } from "../means/hedges.js";
import { difference, type EffectMeasure } from "../measure.js";
import { checkPaired, type Paired, pairedColumns, varianceOfChange } from "./paired.js";

const shared = {
  ...difference,
  tells: "change",
  axisLabel: "Standardised mean change (raw score)",
  columns: pairedColumns,
} as const;

const undefinedFor = "standard deviations of 0 at both times";

/**
 * Standardised mean change by the standard deviation of both times: J (m₁ − m₂)/s, s² = (sd₁² + sd₂²)/2, J for
 * 2(n − 1)/(1 + r²) degrees of freedom. vi = 2(1 − r)/n + g²(1 + r²)/(4n), which takes the true spreads as equal. Needs 3
 * patients.
 *
 * Bonett 2008, Psychological Methods 13:99-109; Cousineau 2020, The Quantitative Methods for Psychology 16:418-421.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("SMCRP", { n: 30, m1: 4, sd1: 2, m2: 5, sd2: 3, r: 0.5 }).yi; // => -0.38585218
 */
export const standardizedByBothTimes: EffectMeasure<"SMCRP", Paired, SmdCorrectionOptions> = {
  ...shared,
  id: "SMCRP",
  label: "standardised mean change by the mean of both variances",
  citation: "Cousineau 2020, The Quantitative Methods for Psychology 16:418-421",
  compute: (rows, options) =>
    eachRow(rows, {
      measure: "SMCRP",
      check: (row) => checkPaired(row, 3),
      of: (row) => {
        const { n, r } = row;
        const yi = standardized(row, options);
        return { yi, vi: (2 * (1 - r)) / n + (yi ** 2 * (1 + r ** 2)) / (4 * n) };
      },
      rules: [correctionRule(options), "standardised by the mean of both variances"],
      undefinedFor,
    }),
};

/**
 * As "SMCRP", with a variance that lets the spreads of both times differ:
 * vi = g²(sd₁⁴ + sd₂⁴ + 2r²sd₁²sd₂²)/(8s⁴(n − 1)) + sd²/(s²(n − 1)), sd² the variance of the change.
 * Bonett 2008, Psychological Methods 13:99-109.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("SMCRPH", { n: 30, m1: 4, sd1: 2, m2: 5, sd2: 3, r: 0.5 }).vi; // => 0.038882006
 */
export const standardizedByBothTimesHeteroscedastic: EffectMeasure<"SMCRPH", Paired, SmdCorrectionOptions> = {
  ...shared,
  id: "SMCRPH",
  label: "standardised mean change by the mean of both variances, spreads not equal",
  citation: "Bonett 2008, Psychological Methods 13:99-109",
  compute: (rows, options) =>
    eachRow(rows, {
      measure: "SMCRPH",
      check: (row) => checkPaired(row, 3),
      of: (row) => {
        const { n, sd1, sd2, r } = row;
        const yi = standardized(row, options);
        const fourth = (sd1 ** 4 + sd2 ** 4 + 2 * (r * sd1 * sd2) ** 2) / meanVariance(row) ** 2;
        return { yi, vi: ((yi ** 2 * fourth) / 8 + varianceOfChange(row) / meanVariance(row)) / (n - 1) };
      },
      rules: [
        correctionRule(options),
        "standardised by the mean of both variances",
        "variance for spreads that differ",
      ],
      undefinedFor,
    }),
};

function meanVariance({ sd1, sd2 }: Paired): number {
  return (sd1 ** 2 + sd2 ** 2) / 2;
}

function standardized(row: Paired, options: SmdCorrectionOptions): number {
  const { n, m1, m2, r } = row;
  return (correctionFactor(options, (2 * (n - 1)) / (1 + r ** 2)) * (m1 - m2)) / Math.sqrt(meanVariance(row));
}
