import { choose } from "../../registry/choose.js";
import { eachRow } from "../eachRow.js";
import { checkGroups, groupColumns, pooledSd, type TwoGroups } from "../groups.js";
import { type EffectMeasure, logRatio } from "../measure.js";
import { type RatioCorrectionOptions, ratioCorrection } from "../ratioCorrections.js";
import { type MdOptions, mdVariances } from "./meanDifference.js";

/** How to make a log ratio of means. */
export interface RomOptions extends RatioCorrectionOptions {
  /** From both standard deviations ("separate") unless given, or from the pooled one. */
  readonly variance?: NonNullable<MdOptions["variance"]>;
}

/**
 * Log ratio of means ln(m₁/m₂) + ½(c₁ − c₂) with variance c₁ + c₂, where c = sd²/(n m²) is the squared coefficient of
 * variation of a mean: the term with ½ removes the bias of small samples (`correction`). Of a scale with a true zero;
 * undefined where a mean is 0 or the means differ in sign.
 *
 * Hedges, Gurevitch & Curtis 1999, Ecology 80:1150-1156; Lajeunesse 2015, Ecology 96:2056-2063.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * const groups = { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 };
 * effectSize("ROM", groups).yi; // => -0.31013319
 * effectSize("ROM", groups, { correction: "none" }).yi; // => -0.31015493
 */
export const ratioOfMeans: EffectMeasure<"ROM", TwoGroups, RomOptions> = {
  ...logRatio,
  id: "ROM",
  label: "ratio of means",
  citation: "Hedges, Gurevitch & Curtis 1999, Ecology 80:1150-1156; Lajeunesse 2015, Ecology 96:2056-2063",
  axisLabel: "Ratio of means",
  columns: groupColumns,
  compute: (rows, options) => {
    const { factor, rule } = ratioCorrection(options);
    const variance = choose("variance", mdVariances, options.variance ?? "separate");
    return eachRow(rows, {
      measure: "ROM",
      check: checkGroups,
      of: (row) => {
        const [c1, c2] = ofMeans(variance.id === "pooled" ? withPooledSd(row) : row);
        return { yi: Math.log(row.m1 / row.m2) + (factor * (c1 - c2)) / 2, vi: c1 + c2 };
      },
      rules: [rule, variance.label],
      undefinedFor: "means of 0 or of different signs have no ratio",
    });
  },
};

/** sd²/(n m²) of both groups: the squared coefficients of variation of the means. */
export function ofMeans({ n1, m1, sd1, n2, m2, sd2 }: TwoGroups): readonly [number, number] {
  return [(sd1 / m1) ** 2 / n1, (sd2 / m2) ** 2 / n2];
}

function withPooledSd(groups: TwoGroups): TwoGroups {
  const sd = pooledSd(groups);
  return { ...groups, sd1: sd, sd2: sd };
}
