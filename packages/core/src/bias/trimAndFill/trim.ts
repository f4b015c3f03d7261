import { estimate } from "../../pool/estimate.js";
import type { Tau2Estimator } from "../../pool/tau2/estimator.js";
import type { SignedRanks, TrimFillEstimator } from "./estimator.js";

/** How many studies are missing, and the centre about which the rest is symmetric. */
export interface Trimmed {
  /** null where the estimator is not defined. */
  readonly k0: number | null;
  /** k₀ before rounding and truncation at 0. */
  readonly raw: number | null;
  readonly centre: number;
  /** Places of the studies, from those on the side where some are missing to the farthest on the other. */
  readonly order: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
}

const MAX_ITERATIONS = 100;

/**
 * Trims the k₀ studies farthest on the side opposite to the missing ones, re-estimates the centre without them and k₀
 * about that centre, until k₀ stays. Not converged where k₀ returns to an earlier value and goes round.
 *
 * Duval & Tweedie 2000, Biometrics 56:455-463.
 */
export function trim(
  y: Float64Array,
  v: Float64Array,
  { sign, tau2, estimator }: { sign: 1 | -1; tau2: Tau2Estimator; estimator: TrimFillEstimator },
): Trimmed {
  const k = y.length;
  const order = Array.from(y.keys()).sort((i, j) => sign * (y[i]! - y[j]!));
  const inOrder = (column: Float64Array) => Float64Array.from(order, (place) => column[place]!);
  const [ys, vs] = [inOrder(y), inOrder(v)];
  let k0 = 0;
  let raw: number | null = null;
  let centre = 0;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const left = k - Math.min(k0, k - 1);
    centre = estimate(ys.subarray(0, left), vs.subarray(0, left), tau2).sums.mean;
    raw = estimator.compute(signedRanks(ys, centre, sign));
    if (raw === null) return { k0: null, raw, centre, order, iterations, converged: false };
    const next = Math.max(0, roundHalfEven(raw));
    if (next === k0) return { k0, raw, centre, order, iterations, converged: true };
    k0 = next;
  }
  return { k0, raw, centre, order, iterations: MAX_ITERATIONS, converged: false };
}

/** Ranks of the distances from the centre, equal ones in order. */
function signedRanks(ys: Float64Array, centre: number, sign: 1 | -1): SignedRanks {
  const k = ys.length;
  const distance = ys.map((each) => sign * (each - centre));
  const byDistance = Array.from(distance.keys()).sort((i, j) => Math.abs(distance[i]!) - Math.abs(distance[j]!));
  let T = 0;
  let lastNegative = 0;
  for (const [i, place] of byDistance.entries()) {
    if (distance[place]! > 0) T += i + 1;
    else if (distance[place]! < 0) lastNegative = i + 1;
  }
  return { k, T, run: k - lastNegative };
}

/** As IEEE 754 and R round: a half to the even neighbour. */
function roundHalfEven(x: number): number {
  const rounded = Math.round(x);
  return rounded - x === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
