import { cholesky, choleskyInverse } from "../../linear/cholesky.js";
import { chiSquareCritical } from "../../numerics/quantileCache.js";
import type { Bounds } from "../../pool/result.js";
import { type MixedMaximum, maximiseMixed, scalesOf } from "./maximiseMixed.js";
import type { MixedDesign } from "./mixedDesign.js";

const MAX_STEPS = 100;
/** As near as this Newton's method gets to some 1e-8 by its next step, which is the last. */
const LAST_STEP = 1e-4;

interface Profiled {
  /** Of the variance, among all. */
  readonly place: number;
  readonly level: number;
  /** The highest log-likelihood where it is 0. */
  readonly atZero: number;
  /** The largest likelihood ratio that is not refused; of χ² with one degree of freedom unless given. */
  readonly critical?: number;
}

/**
 * The values of the variance at a place that a likelihood-ratio test doesn't reject, the other variances at their best. The root of
 * the likelihood ratio is nearly a straight line over the root of the variance, along which Newton's method finds the limits; a step
 * out of the bracket halves it instead.
 *
 * Hardy & Thompson 1996, Statistics in Medicine 15:619-629.
 */
export function profileVariance(
  model: MixedDesign,
  best: MixedMaximum,
  { place, level, atZero, critical: ratio = chiSquareCritical(level, 1) }: Profiled,
): Bounds {
  const critical = Math.sqrt(ratio);
  const value = best.theta[place]!;
  const middle = Math.sqrt(value);
  const fitAt = fitsBeyond(model, best, place);
  const excessAt = (root: number) => {
    const there = fitAt(root ** 2);
    const distance = Math.sqrt(Math.max(0, 2 * (best.logLik - there.logLik)));
    return { excess: distance - critical, slope: (-2 * root * there.slopes[place]!) / distance };
  };
  const limit = (start: number, outermost: number) => {
    let inside = middle;
    let outside = outermost;
    let at = start;
    for (let step = 0; step < MAX_STEPS; step++) {
      const { excess, slope } = excessAt(at);
      const next = at - excess / slope;
      if (Math.abs(excess) <= LAST_STEP) return next ** 2;
      if (excess < 0) inside = at;
      else outside = at;
      const isBetween = next > Math.min(inside, outside) && next < Math.max(inside, outside);
      at = isBetween ? next : outside === Number.POSITIVE_INFINITY ? 2 * at : (inside + outside) / 2;
    }
    return at ** 2;
  };
  const error = standardErrorOf(model, best, place);
  const isLowerZero = 2 * (best.logLik - atZero) <= critical ** 2;
  const lower = isLowerZero ? 0 : limit(Math.sqrt(Math.max(0.3 * value, value - critical * error)), 0);
  const upper = limit(Math.sqrt(value + 1.5 * critical * error), Number.POSITIVE_INFINITY);
  return { lower, upper, level, method: "PL" };
}

/** Fits with the variance held, each search starting on the line through the last two ends. */
function fitsBeyond(model: MixedDesign, best: MixedMaximum, place: number): (at: number) => MixedMaximum {
  let before = best;
  let last = best;
  return (at) => {
    const gap = last.theta[place]! - before.theta[place]!;
    const share = gap === 0 ? 0 : (at - last.theta[place]!) / gap;
    const start = last.theta.map((each, i) => Math.max(0.5 * each, each + share * (each - before.theta[i]!)));
    const there = maximiseMixed(model, { starts: [start], held: { place, at } });
    before = last;
    last = there;
    return there;
  };
}

/** From the average information, all variances being estimated; where that tells nothing, of the size of the rows' own variances. */
function standardErrorOf(model: MixedDesign, { theta, fit }: MixedMaximum, place: number): number {
  const { hessian } = fit.curved;
  const L = cholesky(hessian, theta.length);
  const found = L === null ? Number.NaN : Math.sqrt(choleskyInverse(L, theta.length)[place * (theta.length + 1)]!);
  return found < Number.POSITIVE_INFINITY ? found : scalesOf(model)[place]!;
}
