import { chiSquareCritical } from "../../numerics/quantileCache.js";
import { sidikJonkman } from "../tau2/sidikJonkman.js";
import { weighted } from "../weighted.js";
import type { Tau2IntervalRule } from "./rule.js";

/**
 * Sidik-Jonkman interval of τ²: (k − 1)τ²/χ² at both quantiles of χ² with k − 1 degrees of freedom, τ² by Sidik and
 * Jonkman's estimator. Never reaches 0 unless all effects are the same.
 *
 * Sidik & Jonkman 2005, Journal of the Royal Statistical Society C 54:367-384, eq. 6.
 */
export const sidikJonkmanInterval: Tau2IntervalRule<"SJ"> = {
  id: "SJ",
  label: "Sidik-Jonkman",
  citation: "Sidik & Jonkman 2005, J R Stat Soc C 54:367-384, eq. 6",
  r: null,
  compute({ y, v, level }) {
    const df = y.length - 1;
    const sum = df * sidikJonkman.compute(y, v, weighted(y, v, 0)).value;
    const alpha = 1 - level;
    return { lower: sum / chiSquareCritical(1 - alpha / 2, df), upper: sum / chiSquareCritical(alpha / 2, df) };
  },
};
