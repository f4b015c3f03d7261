import type { IntervalRule } from "./rule.js";

/**
 * Hartung-Knapp-Sidik-Jonkman with the factor q floored at 1, so that the standard error is never below Wald's.
 *
 * Knapp & Hartung 2003, Statistics in Medicine 22:2693-2710, sec. 2.
 */
export const hartungKnappAdHoc: IntervalRule<"HKSJ-adhoc"> = {
  id: "HKSJ-adhoc",
  label: "Hartung-Knapp-Sidik-Jonkman, not narrower than Wald",
  citation: "Knapp & Hartung 2003, Statistics in Medicine 22:2693-2710, sec. 2",
  minimumK: 2,
  r: "adhoc",
  compute: ({ variance, q1, k }) => ({ se: Math.sqrt(Math.max(1, q1 / (k - 1)) * variance), df: k - 1 }),
};
