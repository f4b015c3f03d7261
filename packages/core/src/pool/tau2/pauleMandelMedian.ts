import { chiSquareCritical } from "../../numerics/quantileCache.js";
import { solveQ } from "../solveQ.js";
import type { Tau2Estimator } from "./estimator.js";
import { pauleMandel } from "./pauleMandel.js";

/**
 * Median-unbiased Paule-Mandel estimator: the τ² at which the generalised Q equals the median of χ² with k − 1 degrees
 * of freedom, rather than its mean; 0 where Q(0) is below the median. It lies in the Q-profile interval of every level.
 *
 * Viechtbauer 2021, Median-unbiased estimators for the amount of heterogeneity in meta-analysis, European Congress of
 * Methodology.
 */
export const pauleMandelMedian: Tau2Estimator<"PMM"> = {
  id: "PMM",
  label: "Paule-Mandel, median-unbiased",
  citation: "Viechtbauer 2021, European Congress of Methodology",
  r: "PMM",
  compute(y, v, atZero) {
    const median = chiSquareCritical(0.5, y.length - 1);
    const inside = atZero.q1 > median;
    const { tau2, iterations, converged } = inside ? solveQ(y, v, median) : { tau2: 0, iterations: 0, converged: true };
    return { value: tau2, atBoundary: !inside, iterations, converged };
  },
  standardError: pauleMandel.standardError,
};
