import type { PredictionRule } from "./rule.js";

/** μ ± t √(τ² + se²) with k − 2 degrees of freedom. */
export const tKMinus2: PredictionRule<"t(k-2)"> = {
  id: "t(k-2)",
  label: "t distribution with k − 2 df",
  citation: "Higgins, Thompson & Spiegelhalter 2009, J R Stat Soc A 172:137-159, eq. 12",
  minimumK: 3,
  r: "fit$k - 2",
  compute: ({ k, tau2, se }) => ({ se: Math.sqrt(tau2 + se ** 2), df: k - 2 }),
};
