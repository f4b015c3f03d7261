import { findRoot } from "../../numerics/findRoot.js";
import type { Tau2Estimate } from "../../pool/tau2/estimator.js";
import { maximumLikelihood } from "../../pool/tau2/maximumLikelihood.js";
import { restrictedMaximumLikelihood } from "../../pool/tau2/restrictedMaximumLikelihood.js";
import type { Design } from "../design.js";
import { type MixedSums, mixedSums } from "../mixedSums.js";
import { like } from "./estimator.js";

/** A profile log-likelihood of τ², up to a constant, and its slope. */
interface Profile {
  readonly value: (sums: MixedSums) => number;
  readonly score: (sums: MixedSums) => number;
}

/**
 * The τ² ≥ 0 of the highest likelihood. The score is read at 0 and at doubling values of τ², from a hundredth of the
 * smallest variance to beyond the squared range of the effects; every fall through 0 is refined by Brent's method; the
 * highest maximum wins, τ² = 0 included.
 */
function maximise(design: Design, { value, score }: Profile): Tau2Estimate {
  const at = (tau2: number) => mixedSums(design, tau2);
  const top = squaredRange(design.y);
  let low = 0;
  let below = score(at(0));
  let best: Tau2Estimate = { value: 0, atBoundary: true, iterations: 0, converged: true };
  let highest = below <= 0 ? value(at(0)) : Number.NEGATIVE_INFINITY;
  for (let tau2 = 1e-2 * Math.min(...design.v); below > 0 || low < top; tau2 *= 2) {
    const above = score(at(tau2));
    if (below > 0 && above <= 0) {
      const root = findRoot((x) => score(at(x)), [low, tau2], { atStart: below, atEnd: above });
      const height = value(at(root.x));
      if (height > highest) {
        highest = height;
        best = { value: root.x, atBoundary: false, iterations: root.iterations, converged: root.converged };
      }
    }
    low = tau2;
    below = above;
  }
  return best;
}

function squaredRange(y: Float64Array): number {
  return (Math.max(...y) - Math.min(...y)) ** 2;
}

/** ½Σ log w − ½y′Py, with the slope ½(y′PPy − tr W). */
const full: Profile = {
  value: ({ halfLogW, q1 }) => halfLogW - 0.5 * q1,
  score: ({ q2, w1 }) => 0.5 * (q2 - w1),
};

/** ½Σ log w − ½ log|X′WX| − ½y′Py, with the slope ½(y′PPy − tr P). */
const restricted: Profile = {
  value: ({ halfLogW, halfLogXWX, q1 }) => halfLogW - halfLogXWX - 0.5 * q1,
  score: ({ q2, trP }) => 0.5 * (q2 - trP),
};

/** Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261-293, for any X. */
export const residualMaximumLikelihood = like(maximumLikelihood, (design) => maximise(design, full));

/** Harville 1977, Journal of the American Statistical Association 72:320-338. */
export const residualRestrictedLikelihood = like(restrictedMaximumLikelihood, (design) => maximise(design, restricted));
