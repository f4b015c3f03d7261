import type { IntervalRule } from "./rule.js";

/** Wald standard error with the t distribution on k − 1 degrees of freedom: μ ± t √(1/Σw). */
export const studentT: IntervalRule<"t"> = {
  id: "t",
  label: "Wald, t distribution with k − 1 df",
  citation: "Follmann & Proschan 1999, Biometrics 55:732-737",
  minimumK: 2,
  r: "t",
  compute: ({ variance, k }) => ({ se: Math.sqrt(variance), df: k - 1 }),
};
