import { findRoot } from "../../numerics/findRoot.js";
import { type BoxedMinimum, minimiseInBox } from "../../numerics/minimiseInBox.js";
import { chiSquareCritical } from "../../numerics/quantileCache.js";
import { type Problem, withTau2 } from "./problem.js";

const MAX_DOUBLINGS = 20;
const TOLERANCE = 1e-9;

/**
 * Limits of τ², in scaled units, where the log-likelihood maximised over all else lies ½χ² with 1 degree of freedom below
 * its maximum; a lower one below 0 is 0, and null where there is no upper one.
 *
 * Hardy & Thompson 1996, Statistics in Medicine 15:619-629, eq. 5.
 */
export function profileTau2(
  { evaluate, box }: Problem,
  best: BoxedMinimum,
  level: number,
): { readonly lower: number; readonly upper: number } | null {
  const half = 0.5 * chiSquareCritical(level, 1);
  const tau2 = best.x[1]!;
  let from = best.x;
  /** Searches go on from where the last one ended. */
  const below = (at: number): number => {
    const found = minimiseInBox(evaluate, from, withTau2(box, at));
    from = found.x;
    return found.value - best.value - half;
  };
  let far = 2 * tau2 + 1;
  let atFar = below(far);
  for (let doublings = 0; !(atFar > 0); doublings++) {
    if (doublings === MAX_DOUBLINGS || !Number.isFinite(atFar)) return null;
    far *= 2;
    atFar = below(far);
  }
  if (!Number.isFinite(atFar)) return null;
  const upper = findRoot(below, [tau2, far], { tolerance: TOLERANCE, atStart: -half, atEnd: atFar }).x;
  from = best.x;
  const atZero = below(0);
  if (!(atZero > 0)) return { lower: 0, upper };
  if (!Number.isFinite(atZero)) return null;
  const lower = findRoot(below, [0, tau2], { tolerance: TOLERANCE, atStart: atZero, atEnd: -half }).x;
  return { lower, upper };
}
