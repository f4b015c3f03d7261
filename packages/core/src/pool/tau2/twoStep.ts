import { dersimonianLaird } from "./dersimonianLaird.js";
import type { Tau2Estimator } from "./estimator.js";
import { hedges } from "./hedges.js";
import { moments, solveMoments, varianceOfQ } from "./moments.js";

/**
 * Two-step moment estimators: a first estimate τ₁² gives weights 1/(v + τ₁²), with which Q is set equal to its
 * expectation once more. Closed form, O(k). The standard error takes the weights as known.
 *
 * DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, eq. 12.
 */
function twoStep<Id extends string>(id: Id, label: string, first: Tau2Estimator): Tau2Estimator<Id> {
  const weightsAt = (v: Float64Array, tau2: number) => v.map((variance) => 1 / (variance + tau2));
  return {
    id,
    label,
    citation: "DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, eq. 12",
    r: null,
    compute(y, v, atZero) {
      const value = solveMoments(moments(y, v, weightsAt(v, first.compute(y, v, atZero).value)));
      return { value, atBoundary: value === 0, iterations: 1, converged: true };
    },
    standardError(v, tau2, y, atZero) {
      const a = weightsAt(v, first.compute(y, v, atZero).value);
      return Math.sqrt(varianceOfQ(v, a, tau2)) / moments(y, v, a).slope;
    },
  };
}

export const dersimonianLairdTwoStep = twoStep("DL2", "DerSimonian-Laird, two steps", dersimonianLaird);
export const cochranTwoStep = twoStep("CA2", "Cochran ANOVA, two steps", hedges);
