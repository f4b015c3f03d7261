import type { Tau2Estimate } from "../../pool/tau2/estimator.js";
import { maximumLikelihood } from "../../pool/tau2/maximumLikelihood.js";
import { restrictedMaximumLikelihood } from "../../pool/tau2/restrictedMaximumLikelihood.js";
import type { Design } from "../design.js";
import { mixedSums } from "../mixedSums.js";
import { type ProfileSums, profileSums, type SumsAt } from "../profileSums.js";
import { type Range, rangeOf } from "../range.js";
import { weightsAt } from "../weights.js";
import { like } from "./estimator.js";
import { rootIn } from "./rootIn.js";
import { signChanges } from "./signChanges.js";

/** A profile log-likelihood of τ², up to a constant, and its slope in parts of what τ² takes away: of its sign. */
interface Profile {
  readonly value: (sums: ProfileSums) => number;
  readonly slope: (sums: ProfileSums) => number;
  /** The same sign, and nearly the same number, for less work. */
  readonly roughSlope: (sums: ProfileSums, k: number) => number;
}

/**
 * The τ² ≥ 0 of the highest likelihood. The slope is read where τ² doubles the variance of the most precise study, doubles it
 * again, and so on to where it stays negative; every fall through 0 is refined; the highest maximum wins, τ² = 0 included.
 */
function maximise({ v }: Design, at: SumsAt, { value, slope, roughSlope }: Profile): Tau2Estimate {
  const straightAt = (tau2: number) => straightened(slope(at(tau2)));
  const range = rangeOf(v);
  const { falls, first } = signChanges((tau2) => roughSlope(at(tau2), v.length), {
    scale: range.lowest,
    isOver: (tau2, height) => staysNegative(height, range, tau2),
  });
  let best: Tau2Estimate = { value: 0, atBoundary: true, iterations: 0, converged: true };
  let highest = first <= 0 ? value(at(0)) : Number.NEGATIVE_INFINITY;
  for (const fall of falls) {
    const { atFrom, atTo } = fall;
    const root = rootIn(straightAt, { ...fall, atFrom: straightened(atFrom), atTo: straightened(atTo) });
    const height = falls.length === 1 && first > 0 ? 0 : value(at(root.x));
    if (height > highest) {
      highest = height;
      best = { value: root.x, atBoundary: false, iterations: root.iterations, converged: root.converged };
    }
  }
  return best;
}

/** The slope in parts of what adds τ², of the same sign: as 1/(1 + slope) it is linear in τ² where all variances are the same. */
function straightened(slope: number): number {
  return slope / (1 + slope);
}

/**
 * Whether the slope stays negative beyond τ². The slope is that of q = y′PPy against p = tr(P) (or tr W); the eigenvalues of P
 * lie between 1/(v_max + τ²) and 1/(v_min + τ²), so that q falls at least by 2/(v_max + τ²) and p at most by
 * 1/(v_min + τ²), in parts of themselves: q/p rises at most as (v_min + τ²)/(v_max + τ²)², which is largest at
 * v_max − 2 v_min.
 */
function staysNegative(slope: number, { lowest, highest }: Range, tau2: number): boolean {
  const ratioAt = (x: number) => ((lowest + x) / (highest + x)) * (1 / (highest + x));
  const top = Math.max(tau2, highest - 2 * lowest);
  return slope < 0 && (1 + slope) * (ratioAt(top) / ratioAt(tau2)) < 1;
}

/** That of ½Σ log w − ½y′Py. */
const fullSlope = ({ q2, w1 }: ProfileSums): number => q2 / w1 - 1;

/** ½Σ log w − ½y′Py, with the slope ½(y′PPy − tr W). */
const full: Profile = {
  value: ({ halfLogW, q1 }) => halfLogW() - 0.5 * q1,
  slope: fullSlope,
  roughSlope: fullSlope,
};

/**
 * ½Σ log w − ½ log|X′WX| − ½y′Py, with the slope ½(y′PPy − tr P); roughly by tr(W) (k − p)/k in place of tr(P), which lies between
 * the same bounds, where it gives the same sign.
 */
const restricted: Profile = {
  value: ({ halfLogW, halfLogXWX, q1 }) => halfLogW() - halfLogXWX() - 0.5 * q1,
  slope: ({ q2, trP }) => q2 / trP() - 1,
  roughSlope: ({ q2, w1, df, leastTrP, trP }, k) => {
    const isNear = leastTrP > 0.95 * w1;
    const isClear = q2 > w1 || q2 < leastTrP;
    return q2 / (isNear && isClear ? (w1 * df) / k : trP()) - 1;
  },
};

/**
 * Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261-293, for any X; standard error from the
 * expected information, ½Σw².
 */
export const residualMaximumLikelihood = like(maximumLikelihood, {
  compute: (design, at = profileSums(design)) => maximise(design, at, full),
  standardError: ({ v }, tau2) => Math.sqrt(2 / weightsAt(v, tau2).reduce((sum, w) => sum + w * w, 0)),
});

/**
 * Harville 1977, Journal of the American Statistical Association 72:320-338; standard error from the expected information,
 * ½tr(PP).
 */
export const residualRestrictedLikelihood = like(restrictedMaximumLikelihood, {
  compute: (design, at = profileSums(design)) => maximise(design, at, restricted),
  standardError: (design, tau2, { fit }) => Math.sqrt(2 / mixedSums(design, tau2, fit).trPP),
});
