import type { IntervalRule } from "./rule.js";

/** Wald interval, μ ± z √(1/Σw). It treats τ² as known, so it is too narrow for few studies. */
export const normal: IntervalRule<"z"> = {
  id: "z",
  label: "Wald, normal distribution",
  citation: "DerSimonian & Laird 1986, Controlled Clinical Trials 7:177-188",
  minimumK: 1,
  r: "z",
  compute: ({ variance }) => ({ se: Math.sqrt(variance), df: null }),
};
