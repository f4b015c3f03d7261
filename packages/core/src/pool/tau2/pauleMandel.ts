import { solveQ } from "../solveQ.js";
import { weighted } from "../weighted.js";
import type { Tau2Estimator } from "./estimator.js";

/**
 * Paule-Mandel estimator: the τ² at which the generalised Q equals its expectation k − 1; 0 where Q(0) ≤ k − 1.
 * The same as the empirical Bayes estimator of Morris (1983), whose standard error it borrows.
 *
 * Paule & Mandel 1982, Journal of Research of the National Bureau of Standards 87:377-385, eq. 7;
 * DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, sec. 3.
 */
export const pauleMandel: Tau2Estimator<"PM"> = {
  id: "PM",
  label: "Paule-Mandel",
  citation: "Paule & Mandel 1982, J Res Natl Bur Stand 87:377-385, eq. 7",
  r: "PM",
  compute(y, v, atZero) {
    const df = y.length - 1;
    const inside = atZero.q1 > df;
    const { tau2, iterations, converged } = inside ? solveQ(y, v, df) : { tau2: 0, iterations: 0, converged: true };
    return { value: tau2, atBoundary: !inside, iterations, converged };
  },
  /** √(2k²/(k − 1)) / Σw: Viechtbauer, López-López, Sánchez-Meca & Marín-Martínez 2015, Psychological Methods 20:360-374. */
  standardError(v, tau2) {
    const k = v.length;
    return Math.sqrt((2 * k * k) / (k - 1)) / weighted(v, v, tau2).w1;
  },
};
