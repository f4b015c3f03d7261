import type { PredictionRule } from "./rule.js";

/**
 * μ ± t √(τ² + se²) with the standard error and the degrees of freedom of the chosen confidence interval: with "KR"
 * the Kenward-Roger prediction interval, with "HKSJ" the same as t(k − 1), with "z" the normal one.
 */
export const tOfInterval: PredictionRule<"t(ci)"> = {
  id: "t(ci)",
  label: "t distribution with the df of the confidence interval",
  citation: "Partlett & Riley 2017, Statistics in Medicine 36:301-317, sec. 2.4",
  minimumK: 2,
  r: "if (is.na(fit$ddf)) Inf else fit$ddf",
  compute: ({ tau2, se, df }) => ({ se: Math.sqrt(tau2 + se ** 2), df }),
};
