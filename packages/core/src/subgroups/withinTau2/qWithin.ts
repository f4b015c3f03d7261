import { chiSquareCritical } from "../../numerics/quantileCache.js";
import type { Bounds } from "../../pool/result.js";
import { degreesWithin, type Stratum, sumWithin, type WithinEstimator, type WithinTau2 } from "./strata.js";

const MAX_ITERATIONS = 200;

/**
 * The τ² at which the generalised Q within subgroups, Σ w(y − μ_g)², falls to a target; 0 where it begins below. 1/Q is
 * concave in τ², so Newton's steps on it rise to the root.
 */
function solveQWithin(strata: readonly Stratum[], target: number): WithinTau2 {
  let tau2 = 0;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const q1 = sumWithin(strata, tau2, (sums) => sums.q1);
    if (tau2 === 0 && q1 <= target) return { value: 0, iterations: 0, converged: true };
    const next = tau2 + ((q1 - target) / sumWithin(strata, tau2, (sums) => sums.q2)) * (q1 / target);
    if (!(next - tau2 > 1e-11 * next)) return { value: Math.max(next, 0), iterations, converged: true };
    tau2 = next;
  }
  return { value: tau2, iterations: MAX_ITERATIONS, converged: false };
}

/**
 * Paule and Mandel's estimator within subgroups: Q equals its degrees of freedom, studies less subgroups; or, of a χ²
 * with these, the quantile p.
 *
 * DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, sec. 3.
 */
export function byGeneralisedQ({ p }: { p?: number } = {}): WithinEstimator {
  return (strata) => {
    const df = degreesWithin(strata);
    return solveQWithin(strata, p === undefined ? df : chiSquareCritical(p, df));
  };
}

/** Q-profile interval of the common τ². Viechtbauer 2007, Statistics in Medicine 26:37-52, eq. 13, with a mean for each subgroup. */
export function qProfileWithin(strata: readonly Stratum[], level: number): Bounds {
  const limit = (p: number) => solveQWithin(strata, chiSquareCritical(p, degreesWithin(strata))).value;
  return { lower: limit((1 + level) / 2), upper: limit((1 - level) / 2), level, method: "Q-profile" };
}
