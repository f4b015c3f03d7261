import { findRoot } from "../../numerics/findRoot.js";
import { logLikelihood, restrictedLogLikelihood } from "../../pool/logLikelihood.js";
import type { Weighted } from "../../pool/weighted.js";
import { type Stratum, sumWithin, type WithinEstimator } from "./strata.js";

interface Likelihood {
  readonly value: (y: Float64Array, v: Float64Array, tau2: number) => number;
  readonly score: (sums: Weighted) => number;
}

const full: Likelihood = { value: logLikelihood, score: ({ w1, q2 }) => 0.5 * (q2 - w1) };
const restricted: Likelihood = { value: restrictedLogLikelihood, score: ({ w1, pairs, q2 }) => 0.5 * q2 - pairs / w1 };

/** τ² grows by this factor between two looks at the score. */
const STEP = Math.SQRT2;

/**
 * Maximum likelihood, full or restricted, of a τ² common to subgroups with a mean each: the log-likelihoods add up. The
 * score is read at 0 and at growing τ² to beyond the last maximum; each fall through 0 is refined; the highest maximum
 * wins, τ² = 0 included.
 *
 * Viechtbauer 2005, J Educ Behav Stat 30:261-293, eq. 16, with a mean for each subgroup.
 */
export function byLikelihood({ isRestricted }: { isRestricted: boolean }): WithinEstimator {
  const likelihood = isRestricted ? restricted : full;
  return (strata) => {
    const score = (tau2: number) => sumWithin(strata, tau2, likelihood.score);
    const value = (tau2: number) => strata.reduce((sum, { y, v }) => sum + likelihood.value(y, v, tau2), 0);
    let best = { value: 0, iterations: 0, converged: true };
    let [low, atLow] = [0, score(0)];
    let highest = atLow > 0 ? Number.NEGATIVE_INFINITY : value(0);
    const last = lastMaximum(strata);
    for (let high = 1e-2 * smallestVariance(strata); atLow > 0 || low < last; high *= STEP) {
      const atHigh = score(high);
      if (atLow > 0 && atHigh <= 0) {
        const { x, iterations, converged } = findRoot(score, [low, high], { atStart: atLow, atEnd: atHigh });
        if (value(x) > highest) {
          best = { value: x, iterations, converged };
          highest = value(x);
        }
      }
      [low, atLow] = [high, atHigh];
    }
    return best;
  };
}

/** No maximum lies far beyond the squared range of the effects of a subgroup. */
function lastMaximum(strata: readonly Stratum[]): number {
  return Math.max(...strata.map(({ y }) => (Math.max(...y) - Math.min(...y)) ** 2));
}

function smallestVariance(strata: readonly Stratum[]): number {
  return Math.min(...strata.map(({ v }) => Math.min(...v)));
}
