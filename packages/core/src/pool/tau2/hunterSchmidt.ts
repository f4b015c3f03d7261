import { type Weighted, weighted } from "../weighted.js";
import type { Tau2Estimate, Tau2Estimator } from "./estimator.js";
import { varianceOfQ } from "./moments.js";

/**
 * Hunter-Schmidt estimator τ² = max(0, (Q − k)/Σw), w = 1/v. Closed form, O(k); biased downwards for few studies.
 *
 * Hunter & Schmidt 2004, Methods of Meta-Analysis, 2nd ed.; Viechtbauer 2005, J Educ Behav Stat 30:261-293, eq. 9.
 */
export const hunterSchmidt: Tau2Estimator<"HS"> = {
  id: "HS",
  label: "Hunter-Schmidt",
  citation: "Viechtbauer 2005, J Educ Behav Stat 30:261-293, eq. 9",
  r: "HS",
  compute: (y, _, { q1, w1 }) => truncated((q1 - y.length) / w1),
  standardError: (v, tau2) => errorOfQ(v, tau2) / weighted(v, v, 0).w1,
};

/**
 * Hunter-Schmidt estimator with the small-sample correction k/(k − 1) of the observed spread:
 * τ² = max(0, (Q k/(k − 1) − k)/Σw), w = 1/v.
 *
 * Brannick, Potter, Benitez & Morris 2019, Organizational Research Methods 22:490-514.
 */
export const hunterSchmidtCorrected: Tau2Estimator<"HSk"> = {
  id: "HSk",
  label: "Hunter-Schmidt, corrected for k",
  citation: "Brannick et al. 2019, Organizational Research Methods 22:490-514",
  r: "HSk",
  compute: (y, _, sums) => truncated(correctedExcess(y.length, sums) / sums.w1),
  standardError(v, tau2) {
    const k = v.length;
    return ((k / (k - 1)) * errorOfQ(v, tau2)) / weighted(v, v, 0).w1;
  },
};

function correctedExcess(k: number, { q1 }: Weighted): number {
  return (k * (q1 - (k - 1))) / (k - 1);
}

function truncated(raw: number): Tau2Estimate {
  return { value: Math.max(0, raw), atBoundary: raw <= 0, iterations: 0, converged: true };
}

function errorOfQ(v: Float64Array, tau2: number): number {
  const inverse = v.map((variance) => 1 / variance);
  return Math.sqrt(varianceOfQ(v, inverse, tau2));
}
