import { poolMany } from "@acumeta/core";
import type { AverageMethod } from "./averageMethod.js";

/** The random-effects mean, τ² by REML; its interval is that of Hartung, Knapp, Sidik and Jonkman ("z" for one effect). */
export const randomEffects: AverageMethod<"random-effects"> = {
  id: "random-effects",
  label: "random-effects mean",
  citation:
    "Viechtbauer 2005, J Educ Behav Stat 30:261-293, eq. 16; Hartung & Knapp 2001, Statistics in Medicine 20:3875-3889, eq. 8",
  estimates: (effects) => poolMany(effects, { tau2: "REML", interval: "z" }).estimate,
  intervals: (effects, level) => {
    const { ciLower, ciUpper } = poolMany(effects, { tau2: "REML", interval: "HKSJ", level });
    return Array.from(ciLower, (lower, point) => ({ lower, upper: ciUpper[point]! }));
  },
};
