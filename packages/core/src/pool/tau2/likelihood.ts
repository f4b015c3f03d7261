import { type Weighted, weighted } from "../weighted.js";
import type { Tau2Estimate } from "./estimator.js";

/** A profile log-likelihood of τ²: its value, slope and curvature. */
export interface ProfileLikelihood {
  readonly value: (y: Float64Array, v: Float64Array, tau2: number) => number;
  readonly score: (sums: Weighted) => number;
  readonly curvature: (sums: Weighted) => number;
}

const MAX_ITERATIONS = 200;
const MAX_HALVINGS = 8;

/**
 * The τ² ≥ 0 that maximises a profile likelihood, even where it has several maxima.
 *
 * The sign of the score is read at 0 and at doubling values of τ², from a hundredth of the smallest variance to beyond
 * the last maximum, closer together where the score may pass 0 twice between two of them; every fall through 0 is
 * refined by Newton's method kept inside its bracket; the highest maximum wins, τ² = 0 included.
 */
export function maximise(
  y: Float64Array,
  v: Float64Array,
  { likelihood, atZero }: { likelihood: ProfileLikelihood; atZero: Weighted },
): Tau2Estimate {
  const bottom = 1e-2 * smallest(v);
  const top = squaredRange(y);
  let low = slopeAt(0, atZero, likelihood);
  let best = 0;
  let bestValue = low.score <= 0 ? likelihood.value(y, v, 0) : Number.NEGATIVE_INFINITY;
  let iterations = 0;
  let converged = true;
  let halvings = 0;
  for (let tau2 = bottom; low.score > 0 || low.tau2 < top; ) {
    const high = slopeAt(tau2, weighted(y, v, tau2), likelihood);
    if (mayReturnToZero(low, high) && halvings < MAX_HALVINGS) {
      tau2 = 0.5 * (low.tau2 + tau2);
      halvings += 1;
      continue;
    }
    if (low.score > 0 && high.score <= 0) {
      const root = refine(y, v, likelihood, [low.tau2, high.tau2]);
      const value = likelihood.value(y, v, root.tau2);
      if (value > bestValue) {
        best = root.tau2;
        bestValue = value;
        converged = root.converged;
      }
      iterations += root.iterations;
    }
    low = high;
    tau2 *= 2;
    halvings = 0;
  }
  return { value: best, atBoundary: best === 0, iterations, converged };
}

interface Slope {
  readonly tau2: number;
  readonly score: number;
  readonly curvature: number;
}

function slopeAt(tau2: number, sums: Weighted, { score, curvature }: ProfileLikelihood): Slope {
  return { tau2, score: score(sums), curvature: curvature(sums) };
}

/** Whether a score of one sign at both ends turns towards 0 from both: it may have reached 0 in between. */
function mayReturnToZero(low: Slope, high: Slope): boolean {
  return low.score > 0
    ? high.score > 0 && low.curvature < 0 && high.curvature > 0
    : high.score <= 0 && low.curvature > 0 && high.curvature < 0;
}

/** The squared range of y: no maximum of a profile likelihood lies far beyond it. */
function squaredRange(y: Float64Array): number {
  let lowest = y[0]!;
  let highest = y[0]!;
  for (const value of y) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return (highest - lowest) ** 2;
}

function smallest(v: Float64Array): number {
  let least = v[0]!;
  for (const value of v) if (value < least) least = value;
  return least;
}

/** Newton's method for score = 0 in a bracket (score > 0 at its start, ≤ 0 at its end), bisecting where a step leaves it. */
function refine(y: Float64Array, v: Float64Array, likelihood: ProfileLikelihood, bracket: readonly [number, number]) {
  let [low, high] = bracket;
  let tau2 = 0.5 * (low + high);
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const sums = weighted(y, v, tau2);
    const score = likelihood.score(sums);
    if (score === 0) return { tau2, iterations, converged: true };
    if (score > 0) low = tau2;
    else high = tau2;
    const newton = tau2 - score / likelihood.curvature(sums);
    const next = newton > low && newton < high ? newton : 0.5 * (low + high);
    if (Math.abs(next - tau2) <= 1e-10 * next || next === low || next === high) {
      return { tau2: next, iterations, converged: true };
    }
    tau2 = next;
  }
  return { tau2, iterations: MAX_ITERATIONS, converged: false };
}
