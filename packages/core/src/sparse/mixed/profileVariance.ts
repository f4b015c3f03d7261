import { chiSquareCritical } from "../../numerics/quantileCache.js";
import type { Bounds } from "../../pool/result.js";
import { type MixedMaximum, maximiseMixed } from "./maximiseMixed.js";
import type { MixedDesign } from "./mixedDesign.js";

const MAX_STEPS = 100;
const TOLERANCE = 1e-8;

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
  { place, level, atZero }: { readonly place: number; readonly level: number; readonly atZero: number },
): Bounds {
  const critical = Math.sqrt(chiSquareCritical(level, 1));
  const middle = Math.sqrt(best.theta[place]!);
  let last = best.theta;
  const excessAt = (root: number) => {
    const there = maximiseMixed(model, { starts: [last], held: { place, at: root ** 2 } });
    last = there.theta;
    const ratio = Math.sqrt(Math.max(0, 2 * (best.logLik - there.logLik)));
    return { excess: ratio - critical, slope: (-2 * root * there.slopes[place]!) / ratio };
  };
  const limit = (start: number, outermost: number) => {
    let inside = middle;
    let outside = outermost;
    let at = start;
    for (let step = 0; step < MAX_STEPS; step++) {
      const { excess, slope } = excessAt(at);
      if (Math.abs(excess) <= TOLERANCE) break;
      if (excess < 0) inside = at;
      else outside = at;
      const next = at - excess / slope;
      const isBetween = next > Math.min(inside, outside) && next < Math.max(inside, outside);
      at = isBetween ? next : outside === Number.POSITIVE_INFINITY ? 2 * at : (inside + outside) / 2;
    }
    return at ** 2;
  };
  const isLowerZero = 2 * (best.logLik - atZero) <= critical ** 2;
  const lower = isLowerZero ? 0 : limit(0.75 * middle, 0);
  last = best.theta;
  const upper = limit(1.25 * middle + 0.5 * smallestError(model, best.theta[0]!), Number.POSITIVE_INFINITY);
  return { lower, upper, level, method: "PL" };
}

/** The standard error of the row that tells most. */
function smallestError({ design: { v } }: MixedDesign, tau2: number): number {
  return Math.sqrt(v.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY) + tau2);
}
