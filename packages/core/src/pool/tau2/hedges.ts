import type { Tau2Estimator } from "./estimator.js";
import { moments, solveMoments, varianceOfQ } from "./moments.js";

/**
 * Hedges' estimator (also of Cochran's ANOVA): τ² = max(0, s² − v̄), s² the sample variance of the effects and v̄ the
 * mean of their variances. Closed form, O(k); does not lean on the accuracy of single variances.
 *
 * Hedges & Olkin 1985, Statistical Methods for Meta-Analysis, p. 194; Viechtbauer 2005, J Educ Behav Stat 30:261-293, eq. 10.
 */
export const hedges: Tau2Estimator<"HE"> = {
  id: "HE",
  label: "Hedges (Cochran ANOVA)",
  citation: "Hedges & Olkin 1985, Statistical Methods for Meta-Analysis, p. 194",
  r: "HE",
  compute(y, v) {
    const found = moments(y, v, equalWeights(v));
    const value = solveMoments(found);
    return { value, atBoundary: value === 0, iterations: 0, converged: true };
  },
  standardError: (v, tau2) => Math.sqrt(varianceOfQ(v, equalWeights(v), tau2)) / (v.length - 1),
};

/** A weight of 1 for every study. */
function equalWeights(v: Float64Array): Float64Array {
  return new Float64Array(v.length).fill(1);
}
