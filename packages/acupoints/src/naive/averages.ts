import { poolMany, tQuantile } from "@acumeta/core";
import type { Listing } from "./listing.js";
import type { NaiveMethod } from "./pointEffects.js";

/** Effects of trials as columns. */
export interface TrialColumns {
  readonly y: Float64Array;
  readonly v: Float64Array;
}

/** An average for each point, with its interval; bounds are null where one trial shows no spread. */
export interface Averages {
  readonly estimate: Float64Array;
  readonly bounds: readonly ({ readonly lower: number; readonly upper: number } | null)[];
}

/** The averages of all points, where the prescription of trial i went to the trial of effect order[i]. */
export function estimates(
  method: NaiveMethod,
  listing: Listing,
  columns: TrialColumns,
  order: Int32Array,
): Float64Array {
  return method === "mean"
    ? means(listing, columns.y, order)
    : poolMany({ ...gathered(listing, columns, order), offsets: listing.offsets }, { interval: "z" }).estimate;
}

/**
 * The averages with their intervals: of the plain mean by t with k − 1 degrees of freedom, of the random-effects mean by
 * Hartung-Knapp-Sidik-Jonkman.
 */
export function averages(
  method: NaiveMethod,
  listing: Listing,
  columns: TrialColumns,
  { order, level }: { order: Int32Array; level: number },
): Averages {
  if (method === "random-effects") {
    const pooled = poolMany({ ...gathered(listing, columns, order), offsets: listing.offsets }, { level });
    const bounds = Array.from(pooled.estimate, (_, i) => ({ lower: pooled.ciLower[i]!, upper: pooled.ciUpper[i]! }));
    return { estimate: pooled.estimate, bounds };
  }
  const estimate = means(listing, columns.y, order);
  const bounds = Array.from(estimate, (mean, point) => {
    const k = listing.offsets[point + 1]! - listing.offsets[point]!;
    if (k === 1) return null;
    let squares = 0;
    for (let i = listing.offsets[point]!; i < listing.offsets[point + 1]!; i++)
      squares += (columns.y[order[listing.trials[i]!]!]! - mean) ** 2;
    const half = tQuantile(0.5 + level / 2, k - 1) * Math.sqrt(squares / (k - 1) / k);
    return { lower: mean - half, upper: mean + half };
  });
  return { estimate, bounds };
}

function means({ trials, offsets }: Listing, y: Float64Array, order: Int32Array): Float64Array {
  const out = new Float64Array(offsets.length - 1);
  for (let point = 0; point < out.length; point++) {
    const start = offsets[point]!;
    const end = offsets[point + 1]!;
    let sum = 0;
    for (let i = start; i < end; i++) sum += y[order[trials[i]!]!]!;
    out[point] = sum / (end - start);
  }
  return out;
}

function gathered({ trials }: Listing, { y, v }: TrialColumns, order: Int32Array): TrialColumns {
  const from = (column: Float64Array) => Float64Array.from(trials, (trial) => column[order[trial]!]!);
  return { y: from(y), v: from(v) };
}
