import { normalDensity, normalQuantile } from "../../numerics/normal.js";
import { eachRow } from "../eachRow.js";
import { groupColumns, type TwoGroups } from "../groups.js";
import { difference, type EffectMeasure, type NoOptions } from "../measure.js";
import { checkPooledSd, cohensD } from "./cohensD.js";

/**
 * Biserial correlation: that of the outcome with the normal variable whose upper part p = n₁/(n₁ + n₂) is group 1.
 * r_b = r √(pq)/φ(z), r the point-biserial correlation, q = 1 − p, z = Φ⁻¹(q). May lie beyond ±1.
 *
 * Soper's approximate variance is (r_b⁴ + r_b²(pqz²/φ² + (2p − 1)z/φ − 5/2) + pq/φ²)/(n₁ + n₂ − 1), φ = φ(z), in which an
 * r_b beyond ±1, as no true correlation is, counts as ±1. Needs 3 patients and a pooled standard deviation above 0.
 *
 * Soper 1914, Biometrika 10:384-390; Jacobs & Viechtbauer 2017, Research Synthesis Methods 8:161-180.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("RBIS", { n1: 155, m1: 55, sd1: 47, n2: 156, m2: 75, sd2: 64 }).yi; // => -0.22034562
 */
export const biserial: EffectMeasure<"RBIS", TwoGroups, NoOptions> = {
  ...difference,
  tells: "association",
  id: "RBIS",
  label: "biserial correlation",
  citation: "Soper 1914, Biometrika 10:384-390; Jacobs & Viechtbauer 2017, Research Synthesis Methods 8:161-180",
  axisLabel: "Biserial correlation",
  standsFor: "COR",
  columns: groupColumns,
  compute: (rows) =>
    eachRow(rows, {
      measure: "RBIS",
      check: checkPooledSd,
      of: ofGroups,
      undefinedFor: "values beyond double precision",
    }),
};

function ofGroups(groups: TwoGroups) {
  const { d, n1, n2 } = cohensD(groups);
  const N = n1 + n2;
  const [p, q] = [n1 / N, n2 / N];
  const z = normalQuantile(q);
  const density = normalDensity(z);
  const root = Math.sqrt(p * q) / density;
  const yi = (root * d) / Math.sqrt(d ** 2 + (N - 2) * (1 / n1 + 1 / n2));
  const r2 = Math.min(1, yi ** 2);
  const ratio = z / density;
  const vi = (r2 ** 2 + r2 * (p * q * ratio ** 2 + (2 * p - 1) * ratio - 2.5) + root ** 2) / (N - 1);
  return { yi, vi };
}
