import { finite, positiveCount } from "../../errors/check.js";
import { freeze } from "../../numerics/freeze.js";
import { checkRow } from "../checkRow.js";
import { eachRow } from "../eachRow.js";
import type { EffectSize } from "../effectSize.js";
import { groupColumns, type TwoGroups } from "../groups.js";
import { difference, type EffectMeasure, type NoOptions } from "../measure.js";
import { checkPooledSd, cohensD, type DOfGroups } from "./cohensD.js";

/**
 * Point-biserial correlation of group and outcome, r = d/√(d² + h), d the uncorrected standardised mean difference and
 * h = (n₁ + n₂ − 2)(1/n₁ + 1/n₂). vi = h²(1/n₁ + 1/n₂ + d²/(2(n₁ + n₂)))/(h + d²)³: for group sizes that were fixed.
 * Needs 3 patients and a pooled standard deviation above 0.
 *
 * Tate 1954, Annals of Mathematical Statistics 25:603-607; Jacobs & Viechtbauer 2017, Research Synthesis Methods
 * 8:161-180.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("RPB", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).yi; // => -0.17580985
 */
export const pointBiserial: EffectMeasure<"RPB", TwoGroups, NoOptions> = {
  ...difference,
  tells: "association",
  id: "RPB",
  label: "point-biserial correlation",
  citation: "Tate 1954, Annals of Mathematical Statistics 25:603-607",
  axisLabel: "Point-biserial correlation",
  columns: groupColumns,
  compute: (rows) =>
    eachRow(rows, { measure: "RPB", check: checkPooledSd, of: (row) => correlation(cohensD(row)), undefinedFor }),
};

/**
 * Fisher's z of the point-biserial correlation, atanh r, with variance vi/(1 − r²)². Fisher 1921, Metron 1:3-32;
 * Jacobs & Viechtbauer 2017, Research Synthesis Methods 8:161-180.
 */
export const pointBiserialZ: EffectMeasure<"ZPB", TwoGroups, NoOptions> = {
  ...difference,
  tells: "association",
  id: "ZPB",
  label: "point-biserial correlation (Fisher's z)",
  citation: "Fisher 1921, Metron 1:3-32; Jacobs & Viechtbauer 2017, Research Synthesis Methods 8:161-180",
  backTransform: Math.tanh,
  axisLabel: "Point-biserial correlation",
  columns: groupColumns,
  compute: (rows) =>
    eachRow(rows, {
      measure: "ZPB",
      check: checkPooledSd,
      of: (row) => {
        const { yi, vi } = correlation(cohensD(row));
        return { yi: Math.atanh(yi), vi: vi / (1 - yi ** 2) ** 2 };
      },
      undefinedFor,
    }),
};

/**
 * Point-biserial correlation from the t statistic of an unadjusted comparison of two groups: as the measure "RPB", with
 * d = t √(1/n₁ + 1/n₂), that is r = t/√(t² + n₁ + n₂ − 2). Throws `NOT_A_VALID_NUMBER`.
 *
 * @example
 * import { pointBiserialFromT } from "@acumeta/core";
 * pointBiserialFromT({ t: -0.802, n1: 50, n2: 34 }).yi; // => -0.088220760
 */
export function pointBiserialFromT(reported: {
  readonly t: number;
  readonly n1: number;
  readonly n2: number;
}): EffectSize<"RPB"> {
  checkRow(reported, ["t", "n1", "n2"]);
  const { t, n1, n2 } = reported;
  finite({ t });
  positiveCount({ n1, n2 });
  finite({ "n1 + n2": n1 + n2 > 2 ? n1 + n2 : Number.NaN });
  const { yi, vi } = correlation({ d: t * Math.sqrt(1 / n1 + 1 / n2), n1, n2 });
  return freeze({ measure: "RPB", yi, vi, rules: ["from the t statistic"] });
}

const undefinedFor = "values beyond double precision";

function correlation({ d, n1, n2 }: DOfGroups) {
  const base = 1 / n1 + 1 / n2;
  const h = (n1 + n2 - 2) * base;
  return { yi: d / Math.sqrt(d ** 2 + h), vi: (h ** 2 * (base + d ** 2 / (2 * (n1 + n2)))) / (h + d ** 2) ** 3 };
}
