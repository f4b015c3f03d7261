import type { IntervalRule } from "./rule.js";

/**
 * Hartung-Knapp-Sidik-Jonkman interval: μ ± t √(q/Σw) with q = Σw(y − μ)²/(k − 1) and k − 1 degrees of freedom.
 * q may be below 1, which makes the interval narrower than Wald's; see "HKSJ-adhoc".
 *
 * Hartung & Knapp 2001, Statistics in Medicine 20:3875-3889, eq. 8; Sidik & Jonkman 2002, Statistics in Medicine 21:3153-3159.
 */
export const hartungKnapp: IntervalRule<"HKSJ"> = {
  id: "HKSJ",
  label: "Hartung-Knapp-Sidik-Jonkman",
  citation: "Hartung & Knapp 2001, Statistics in Medicine 20:3875-3889, eq. 8",
  minimumK: 2,
  r: "knha",
  compute: ({ variance, q1, k }) => ({ se: Math.sqrt((q1 / (k - 1)) * variance), df: k - 1 }),
};
