import { weighted } from "../weighted.js";
import type { Tau2Estimator } from "./estimator.js";
import { varianceOfQ } from "./moments.js";

/**
 * Sidik-Jonkman estimator τ² = τ₀² Q(τ₀²)/(k − 1), τ₀² = Σ(y − ȳ)²/k the crude variance of the effects and Q the
 * generalised Q with weights 1/(v + τ₀²). Closed form, O(k); above 0 unless all effects are the same.
 *
 * Sidik & Jonkman 2005, Journal of the Royal Statistical Society C 54:367-384, eq. 3.
 */
export const sidikJonkman: Tau2Estimator<"SJ"> = {
  id: "SJ",
  label: "Sidik-Jonkman",
  citation: "Sidik & Jonkman 2005, J R Stat Soc C 54:367-384, eq. 3",
  r: "SJ",
  compute(y, v) {
    const crude = crudeVariance(y);
    const value = crude === 0 ? 0 : (crude * weighted(y, v, crude).q1) / (y.length - 1);
    return { value, atBoundary: value === 0, iterations: 0, converged: true };
  },
  /** With τ₀² taken as known; 0 where all effects are the same. */
  standardError(v, tau2, y) {
    const crude = crudeVariance(y);
    if (crude === 0) return 0;
    const weights = v.map((variance) => crude / (variance + crude));
    return Math.sqrt(varianceOfQ(v, weights, tau2)) / (v.length - 1);
  },
};

function crudeVariance(y: Float64Array): number {
  let mean = 0;
  for (const [i, each] of y.entries()) mean += (each - mean) / (i + 1);
  let sum = 0;
  for (const each of y) sum += (each - mean) ** 2;
  return sum / y.length;
}
