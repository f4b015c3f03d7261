import { type Weighted, weighted } from "../weighted.js";
import type { Tau2Estimate } from "./estimator.js";

/** A profile log-likelihood of τ²: its value, slope and curvature. */
export interface ProfileLikelihood {
  readonly value: (y: Float64Array, v: Float64Array, tau2: number) => number;
  readonly score: (sums: Weighted) => number;
  readonly curvature: (sums: Weighted) => number;
}

const MAX_ITERATIONS = 200;

/**
 * The τ² ≥ 0 that maximises a profile likelihood, even where it has several maxima.
 *
 * The sign of the score is read at 0 and at doubling values of τ², from a hundredth of the smallest variance to beyond
 * the last maximum; every fall through 0 is refined by Newton's method kept inside its bracket; the highest maximum
 * wins, τ² = 0 included.
 */
export function maximise(
  y: Float64Array,
  v: Float64Array,
  { likelihood, atZero }: { likelihood: ProfileLikelihood; atZero: Weighted },
): Tau2Estimate {
  const bottom = 1e-2 * smallest(v);
  const top = squaredRange(y);
  let low = 0;
  let lowScore = likelihood.score(atZero);
  let best = 0;
  let bestValue = lowScore <= 0 ? likelihood.value(y, v, 0) : Number.NEGATIVE_INFINITY;
  let iterations = 0;
  let converged = true;
  for (let high = bottom; lowScore > 0 || low < top; high *= 2) {
    const highScore = likelihood.score(weighted(y, v, high));
    if (lowScore > 0 && highScore <= 0) {
      const root = refine(y, v, likelihood, [low, high]);
      const value = likelihood.value(y, v, root.tau2);
      if (value > bestValue) {
        best = root.tau2;
        bestValue = value;
        converged = root.converged;
      }
      iterations += root.iterations;
    }
    low = high;
    lowScore = highScore;
  }
  return { value: best, atBoundary: best === 0, iterations, converged };
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
