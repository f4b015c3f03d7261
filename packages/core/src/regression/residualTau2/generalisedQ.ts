import { chiSquareCritical } from "../../numerics/quantileCache.js";
import type { Tau2Estimate } from "../../pool/tau2/estimator.js";
import { pauleMandel } from "../../pool/tau2/pauleMandel.js";
import { pauleMandelMedian } from "../../pool/tau2/pauleMandelMedian.js";
import { dersimonianLairdIterated, empiricalBayes, sidikJonkmanIterated } from "../../pool/tau2/sameRoot.js";
import type { Design } from "../design.js";
import { mixedSums } from "../mixedSums.js";
import { like } from "./estimator.js";

const MAX_ITERATIONS = 200;

/**
 * The τ² at which QE(τ²) = y′Py equals a target; 0 where QE(0) is below it. 1/QE rises and is concave in τ², so that
 * Newton's steps from 0 rise to the root without passing it; QE′ = −y′PPy.
 *
 * DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, sec. 3, for any X.
 */
function solve(design: Design, targetOf: (df: number) => number): Tau2Estimate {
  let tau2 = 0;
  for (let iterations = 0; iterations < MAX_ITERATIONS; iterations++) {
    const { q1, q2, fit } = mixedSums(design, tau2);
    const target = targetOf(fit.df);
    if (iterations === 0 && q1 <= target) return { value: 0, atBoundary: true, iterations: 0, converged: true };
    const next = tau2 + ((q1 - target) / q2) * (q1 / target);
    if (!(next - tau2 > 1e-11 * next)) {
      return { value: Math.max(next, 0), atBoundary: false, iterations: iterations + 1, converged: true };
    }
    tau2 = next;
  }
  return { value: tau2, atBoundary: false, iterations: MAX_ITERATIONS, converged: false };
}

/** At its expectation k − p. */
const atMean = (design: Design): Tau2Estimate => solve(design, (df) => df);

export const residualPauleMandel = like(pauleMandel, atMean);
export const residualEmpiricalBayes = like(empiricalBayes, atMean);
export const residualDersimonianLairdIterated = like(dersimonianLairdIterated, atMean);
export const residualSidikJonkmanIterated = like(sidikJonkmanIterated, atMean);

/** At the median of χ² with k − p degrees of freedom. */
export const residualPauleMandelMedian = like(pauleMandelMedian, (design) =>
  solve(design, (df) => chiSquareCritical(0.5, df)),
);
