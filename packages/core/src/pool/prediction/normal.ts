import type { PredictionRule } from "./rule.js";

/** μ ± z √(τ² + se²): it treats τ² and se as known, so it is too narrow for few studies. */
export const normal: PredictionRule<"z"> = {
  id: "z",
  label: "normal distribution",
  citation: "Skipka 2006, XIV Cochrane Colloquium, Dublin",
  minimumK: 1,
  r: "Inf",
  compute: ({ tau2, se }) => ({ se: Math.sqrt(tau2 + se ** 2), df: null }),
};
