import { LARGEST_DELTA, NEGLIGIBLE, type WeightFunction } from "./weightFunction.js";

/**
 * w(p) = 2 exp(−δp)/(1 + exp(−δp)), δ ≥ 0.
 *
 * Preston, Ashby & Smyth 2004, Journal of Evaluation in Clinical Practice 10:313-322.
 */
export const logistic: WeightFunction<"logistic"> = {
  id: "logistic",
  label: "logistic",
  citation: "Preston, Ashby & Smyth 2004, Journal of Evaluation in Clinical Practice 10:313-322",
  r: "logistic",
  least: { p: NEGLIGIBLE, q: NEGLIGIBLE },
  isCensored: false,
  shape: "smooth",
  parameters: () => [{ none: 0, lower: 0, upper: LARGEST_DELTA, isReference: false }],
  starts: () => [[0.5], [3], [10]],
  reversedStarts: [],
  /** With w′ = −p w(1 − w/2) and w″ = −p w′(1 − w). */
  weigh({ p }, i, { delta }, out) {
    const value = 2 / (1 + Math.exp(delta[0]! * p[i]!));
    const first = -p[i]! * value * (1 - 0.5 * value);
    out.value = value;
    out.first[0] = first;
    out.second[0] = -p[i]! * first * (1 - value);
  },
};
