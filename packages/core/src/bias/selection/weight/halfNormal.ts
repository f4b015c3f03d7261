import { exponential } from "./exponential.js";
import type { WeightFunction } from "./weightFunction.js";

/**
 * w(p) = exp(−δ p²), δ ≥ 0: falls slowly at first.
 *
 * Preston, Ashby & Smyth 2004, Journal of Evaluation in Clinical Practice 10:313-322.
 */
export const halfNormal: WeightFunction<"halfNormal"> = {
  id: "halfNormal",
  label: "half-normal",
  citation: "Preston, Ashby & Smyth 2004, Journal of Evaluation in Clinical Practice 10:313-322",
  r: "halfnorm",
  ...exponential(({ p }, i) => p[i]! * p[i]!),
};
