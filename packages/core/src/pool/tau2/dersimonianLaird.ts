import { weighted } from "../weighted.js";
import type { Tau2Estimator } from "./estimator.js";
import { varianceOfQ } from "./moments.js";

/**
 * DerSimonian-Laird moment estimator of the between-study variance τ².
 *
 *   τ² = max(0, (Q − (k − 1)) / C),   C = Σw − Σw²/Σw,   w = 1/v
 *
 * Closed form, O(k). Its standard error is that of Q under the random-effects model (Biggerstaff & Tweedie 1997,
 * Statistics in Medicine 16:753-768, eq. 6), divided by C.
 * DerSimonian & Laird 1986, Controlled Clinical Trials 7:177-188, eq. 8.
 */
export const dersimonianLaird: Tau2Estimator<"DL"> = {
  id: "DL",
  label: "DerSimonian-Laird",
  citation: "DerSimonian & Laird 1986, Controlled Clinical Trials 7:177-188, eq. 8",
  r: "DL",
  compute(y, _, { w1, pairs, q1 }) {
    const df = y.length - 1;
    const C = (2 * pairs) / w1;
    const raw = (q1 - df) / C;
    return { value: Math.max(0, raw), atBoundary: raw <= 0, iterations: 0, converged: true };
  },
  standardError(v, tau2) {
    const { w1, pairs } = weighted(v, v, 0);
    const inverse = v.map((variance) => 1 / variance);
    return (Math.sqrt(varianceOfQ(v, inverse, tau2)) * w1) / (2 * pairs);
  },
};
