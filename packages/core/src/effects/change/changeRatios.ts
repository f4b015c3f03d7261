import { eachRow } from "../eachRow.js";
import { type EffectMeasure, logRatio, type NoOptions } from "../measure.js";
import { type RatioCorrectionOptions, ratioCorrection } from "../ratioCorrections.js";
import { checkPaired, type Paired, type PairedSpreads, pairedColumns } from "./paired.js";

const spreadColumns = ["n", "sd1", "sd2", "r"] as const;
const change = { ...logRatio, tells: "change" } as const;

/**
 * Log ratio of the means of two times, ln(m₁/m₂) + ½(c₁ − c₂) with variance c₁ + c₂ − 2 r sd₁ sd₂/(n m₁ m₂),
 * c = sd²/(n m²). The term with ½ removes the bias of small samples (`correction`). Needs 2
 * patients; undefined where a mean is 0 or the means differ in sign.
 *
 * Lajeunesse 2011, Ecology 92:2049-2055; Lajeunesse 2015, Ecology 96:2056-2063.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("ROMC", { n: 30, m1: 4, sd1: 2, m2: 5, sd2: 2, r: 0.5 }).yi; // => -0.22164355
 */
export const ratioOfMeanChange: EffectMeasure<"ROMC", Paired, RatioCorrectionOptions> = {
  ...change,
  id: "ROMC",
  label: "ratio of means of two times",
  citation: "Lajeunesse 2011, Ecology 92:2049-2055",
  axisLabel: "Ratio of means",
  columns: pairedColumns,
  compute: (rows, options) => {
    const { factor, rule } = ratioCorrection(options);
    return eachRow(rows, {
      measure: "ROMC",
      check: (row) => checkPaired(row, 2),
      of: (row) => {
        const { variance, bias } = ofMeans(row);
        return { yi: Math.log(row.m1 / row.m2) + factor * bias, vi: variance };
      },
      rules: [rule],
      undefinedFor: "means of 0 or of different signs have no ratio",
    });
  },
};

/**
 * Log ratio of the standard deviations of two times, ln(sd₁/sd₂), with variance (1 − r²)/(n − 1). Needs 2 patients;
 * undefined where a standard deviation is 0.
 *
 * Senior, Viechtbauer & Nakagawa 2020, Research Synthesis Methods 11:553-567.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("VRC", { n: 30, sd1: 2, sd2: 3, r: 0.5 }).vi; // => 0.025862069
 */
export const variabilityChange: EffectMeasure<"VRC", PairedSpreads, NoOptions> = {
  ...change,
  id: "VRC",
  label: "variability ratio of two times",
  citation: "Senior, Viechtbauer & Nakagawa 2020, Research Synthesis Methods 11:553-567",
  axisLabel: "Ratio of standard deviations",
  columns: spreadColumns,
  compute: (rows) =>
    eachRow(rows, {
      measure: "VRC",
      check: (row) => checkPaired(row, 2, spreadColumns),
      of: ({ n, sd1, sd2, r }) => ({ yi: Math.log(sd1 / sd2), vi: (1 - r ** 2) / (n - 1) }),
      undefinedFor: "standard deviations of 0 have no ratio",
    }),
};

/**
 * Log ratio of the coefficients of variation of two times, ln((sd₁/m₁)/(sd₂/m₂)) − ½(c₁ − c₂), with the variances of
 * "VRC" and "ROMC" together. The term with ½ removes the bias of small samples (`correction`).
 *
 * Senior, Viechtbauer & Nakagawa 2020, Research Synthesis Methods 11:553-567.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("CVRC", { n: 30, m1: 4, sd1: 2, m2: 5, sd2: 2, r: 0.5 }).yi; // => 0.22164355
 */
export const variationChange: EffectMeasure<"CVRC", Paired, RatioCorrectionOptions> = {
  ...change,
  id: "CVRC",
  label: "ratio of coefficients of variation of two times",
  citation: "Senior, Viechtbauer & Nakagawa 2020, Research Synthesis Methods 11:553-567",
  axisLabel: "Ratio of coefficients of variation",
  columns: pairedColumns,
  compute: (rows, options) => {
    const { factor, rule } = ratioCorrection(options);
    return eachRow(rows, {
      measure: "CVRC",
      check: (row) => checkPaired(row, 2),
      of: (row) => {
        const { n, m1, sd1, m2, sd2, r } = row;
        const { variance, bias } = ofMeans(row);
        return { yi: Math.log(sd1 / m1 / (sd2 / m2)) - factor * bias, vi: (1 - r ** 2) / (n - 1) + variance };
      },
      rules: [rule],
      undefinedFor: "means or standard deviations of 0, or means of different signs, have no ratio",
    });
  },
};

/** Variance and bias of the log ratio of the means of two times. */
function ofMeans({ n, m1, sd1, m2, sd2, r }: Paired): { readonly variance: number; readonly bias: number } {
  const [cv1, cv2] = [sd1 / m1, sd2 / m2];
  return { variance: ((cv1 - cv2) ** 2 + 2 * (1 - r) * cv1 * cv2) / n, bias: (cv1 ** 2 - cv2 ** 2) / (2 * n) };
}
