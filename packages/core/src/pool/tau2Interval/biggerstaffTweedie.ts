import { gammaCdf } from "../../numerics/gamma.js";
import { moments, varianceOfQ } from "../tau2/moments.js";
import { byTail } from "./byTail.js";
import type { Tau2IntervalRule } from "./rule.js";

/**
 * Biggerstaff-Tweedie interval of τ²: as the generalised Q interval with weights 1/v, with the distribution of Q
 * approximated by a gamma distribution of its mean and variance.
 *
 * Biggerstaff & Tweedie 1997, Statistics in Medicine 16:753-768, sec. 2.2.
 */
export const biggerstaffTweedie: Tau2IntervalRule<"BT"> = {
  id: "BT",
  label: "Biggerstaff-Tweedie",
  citation: "Biggerstaff & Tweedie 1997, Statistics in Medicine 16:753-768, sec. 2.2",
  r: null,
  compute({ y, v, level }) {
    const largest = 1 / v.reduce((least, each) => Math.min(least, each));
    const a = v.map((variance) => 1 / variance / largest);
    const { Q, atZero, slope } = moments(y, v, a);
    const upperTail = (tau2: number) => {
      const mean = atZero + slope * tau2;
      const scale = varianceOfQ(v, a, tau2) / mean;
      return gammaCdf(Q / scale, mean / scale, { upper: true });
    };
    return Q === 0 ? { lower: 0, upper: 0 } : byTail(upperTail, { level, scale: (Q + atZero) / slope });
  },
};
