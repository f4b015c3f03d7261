import type { PredictionRule } from "./rule.js";

/** μ ± t √(τ² + se²) with k − 1 degrees of freedom. */
export const tKMinus1: PredictionRule<"t(k-1)"> = {
  id: "t(k-1)",
  label: "t distribution with k − 1 df",
  citation: "Veroniki et al. 2019, Research Synthesis Methods 10:23-43",
  minimumK: 2,
  r: "fit$k - 1",
  compute: ({ k, tau2, se }) => ({ se: Math.sqrt(tau2 + se ** 2), df: k - 1 }),
};
