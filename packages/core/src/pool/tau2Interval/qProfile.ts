import { chiSquareCritical } from "../../numerics/quantileCache.js";
import { solveQ } from "../solveQ.js";
import { weighted } from "../weighted.js";
import type { Tau2IntervalRule } from "./rule.js";

/**
 * Q-profile interval of τ²: the τ² at which Q(τ²) equals the upper and the lower χ² quantile with k − 1 degrees of
 * freedom; a limit below 0 is 0. Both limits are 0 where Q is improbably small even at τ² = 0.
 *
 * Viechtbauer 2007, Statistics in Medicine 26:37-52, eq. 13.
 */
export const qProfile: Tau2IntervalRule<"Q-profile"> = {
  id: "Q-profile",
  label: "Q-profile",
  citation: "Viechtbauer 2007, Statistics in Medicine 26:37-52, eq. 13",
  r: "",
  compute({ y, v, level }) {
    const atZero = weighted(y, v, 0).q1;
    const limit = (p: number) => {
      const target = chiSquareCritical(p, y.length - 1);
      return atZero <= target ? 0 : solveQ(y, v, target).tau2;
    };
    const alpha = 1 - level;
    return { lower: limit(1 - alpha / 2), upper: limit(alpha / 2) };
  },
};
