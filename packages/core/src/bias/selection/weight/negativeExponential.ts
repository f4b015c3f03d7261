import { exponential } from "./exponential.js";
import type { WeightFunction } from "./weightFunction.js";

/**
 * w(p) = exp(−δ p), δ ≥ 0: falls most steeply at p = 0.
 *
 * Preston, Ashby & Smyth 2004, Journal of Evaluation in Clinical Practice 10:313-322.
 */
export const negativeExponential: WeightFunction<"negativeExponential"> = {
  id: "negativeExponential",
  label: "negative exponential",
  citation: "Preston, Ashby & Smyth 2004, Journal of Evaluation in Clinical Practice 10:313-322",
  r: "negexp",
  ...exponential(({ p }, i) => p[i]!),
};
