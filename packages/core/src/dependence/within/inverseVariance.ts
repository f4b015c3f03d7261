import { choleskySolve } from "../../linear/cholesky.js";
import type { WithinWeights } from "./weights.js";

/**
 * Generalised least squares: w = V⁻¹1 / (1′V⁻¹1), the mean of the smallest variance. Where effects of unequal variance
 * are highly correlated the less precise ones get weights below 0.
 *
 * Aitken 1935, Proceedings of the Royal Society of Edinburgh 55:42-48.
 */
export const inverseVariance: WithinWeights<"inverse variance"> = {
  id: "inverse variance",
  label: "generalised least squares: the mean of the smallest variance",
  citation: "Aitken 1935, Proceedings of the Royal Society of Edinburgh 55:42-48",
  compute(L, n) {
    const weights = choleskySolve(L, new Float64Array(n).fill(1));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  },
};
