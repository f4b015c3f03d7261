import { patients } from "../counts.js";
import { eachRow } from "../eachRow.js";
import { checkGroups, groupColumns, type TwoGroups } from "../groups.js";
import { type EffectMeasure, logRatio } from "../measure.js";
import { type RatioCorrectionOptions, ratioCorrection } from "../ratioCorrections.js";
import { ofMeans } from "./ratioOfMeans.js";

/**
 * Log variability ratio ln(sd₁/sd₂) + h₁ − h₂ with variance h₁ + h₂, h = 1/(2(n − 1)): whether a treatment changes how
 * much patients differ. The terms h remove the bias of small samples (`correction`). Needs 2 patients in each group;
 * undefined where a standard deviation is 0.
 *
 * Nakagawa et al. 2015, Methods in Ecology and Evolution 6:143-152.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("VR", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).yi; // => -0.30871453
 */
export const variabilityRatio: EffectMeasure<"VR", TwoGroups, RatioCorrectionOptions> = {
  ...logRatio,
  id: "VR",
  label: "variability ratio",
  citation: "Nakagawa et al. 2015, Methods in Ecology and Evolution 6:143-152",
  axisLabel: "Ratio of standard deviations",
  columns: groupColumns,
  compute: (rows, options) => {
    const { factor, rule } = ratioCorrection(options);
    return eachRow(rows, {
      measure: "VR",
      check: checkTwo,
      of: (row) => {
        const [h1, h2] = ofSpreads(row);
        return { yi: Math.log(row.sd1 / row.sd2) + factor * (h1 - h2), vi: h1 + h2 };
      },
      rules: [rule],
      undefinedFor: "standard deviations of 0 have no ratio",
    });
  },
};

/**
 * Log ratio of coefficients of variation ln((sd₁/m₁)/(sd₂/m₂)) + h₁ − h₂ − ½(c₁ − c₂) with variance c₁ + c₂ + h₁ + h₂,
 * h = 1/(2(n − 1)) and c = sd²/(n m²): spread beside the mean. The terms after the logarithm remove the bias of small
 * samples (`correction`). Needs 2 patients in each group; undefined where a mean or a standard deviation is 0, or the
 * means differ in sign.
 *
 * Nakagawa et al. 2015, Methods in Ecology and Evolution 6:143-152 (normal data: mean and spread are
 * independent); Senior, Viechtbauer & Nakagawa 2020, Research Synthesis Methods 11:553-567.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("CVR", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).yi; // => 0.0014186581
 */
export const variationRatio: EffectMeasure<"CVR", TwoGroups, RatioCorrectionOptions> = {
  ...logRatio,
  id: "CVR",
  label: "ratio of coefficients of variation",
  citation: "Nakagawa et al. 2015, Methods in Ecology and Evolution 6:143-152",
  axisLabel: "Ratio of coefficients of variation",
  columns: groupColumns,
  compute: (rows, options) => {
    const { factor, rule } = ratioCorrection(options);
    return eachRow(rows, {
      measure: "CVR",
      check: checkTwo,
      of: (row) => {
        const { m1, sd1, m2, sd2 } = row;
        const [h1, h2] = ofSpreads(row);
        const [c1, c2] = ofMeans(row);
        const bias = h1 - h2 - (c1 - c2) / 2;
        return { yi: Math.log(sd1 / m1 / (sd2 / m2)) + factor * bias, vi: c1 + c2 + h1 + h2 };
      },
      rules: [rule],
      undefinedFor: "means or standard deviations of 0, or means of different signs, have no ratio",
    });
  },
};

/** 1/(2(n − 1)) of both groups: the variances of the logarithms of the standard deviations. */
function ofSpreads({ n1, n2 }: TwoGroups): readonly [number, number] {
  return [1 / (2 * (n1 - 1)), 1 / (2 * (n2 - 1))];
}

function checkTwo(groups: TwoGroups): void {
  checkGroups(groups);
  patients({ n1: groups.n1, n2: groups.n2 }, 2);
}
