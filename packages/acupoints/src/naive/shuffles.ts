import { standardDeviation } from "simple-statistics";
import { effectsOfPoints, type Listing, type TrialColumns } from "./listing.js";
import type { AverageMethod } from "./methods/averageMethod.js";

/** Averages over shuffled prescriptions; every list is sorted upwards. */
export interface Shuffles {
  /** Of each point. */
  readonly byPoint: readonly number[][];
  /** At each rank, the largest average first. */
  readonly byRank: readonly number[][];
  /** Their standard deviations over points. */
  readonly spreads: number[];
}

export interface ToShuffle {
  readonly method: AverageMethod;
  readonly listing: Listing;
  readonly columns: TrialColumns;
  /** The averages seen. */
  readonly seen: Float64Array;
}

/** Sums in another order differ by less than this part of the largest effect: such averages are the same. */
const ROUNDING = 1e-9;

/** The averages under every order of the effects. One that differs from what was seen by rounding only is what was seen. */
export function shuffle({ method, listing, columns, seen }: ToShuffle, orders: Iterable<Int32Array>): Shuffles {
  const nearly = ROUNDING * Math.max(...columns.y.map(Math.abs));
  const rounded = (value: number, expected: number) => (Math.abs(value - expected) <= nearly ? expected : value);
  const seenByRank = downwards(seen);
  const seenSpread = spreadOf(seen);
  const byPoint: number[][] = Array.from(seen, () => []);
  const byRank: number[][] = Array.from(seen, () => []);
  const spreads: number[] = [];
  for (const order of orders) {
    const averages = method.estimates(effectsOfPoints(listing, columns, order));
    for (const [i, average] of averages.entries()) byPoint[i]!.push(rounded(average, seen[i]!));
    for (const [i, average] of downwards(averages).entries()) byRank[i]!.push(rounded(average, seenByRank[i]!));
    spreads.push(rounded(spreadOf(averages), seenSpread));
  }
  for (const values of [...byPoint, ...byRank, spreads]) values.sort((a, b) => a - b);
  return { byPoint, byRank, spreads };
}

/** Standard deviation of the averages over points; 0 for fewer than two. */
export function spreadOf(averages: Float64Array): number {
  return averages.length < 2 ? 0 : standardDeviation(Array.from(averages));
}

function downwards(values: Float64Array): Float64Array {
  return values.toSorted().reverse();
}
