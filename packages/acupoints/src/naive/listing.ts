import type { EffectColumns } from "@acumeta/core";

/** Which trials list which point: the trials of point p are trials[offsets[p]] up to, but without, trials[offsets[p + 1]]. */
export interface Listing {
  readonly codes: readonly string[];
  readonly trials: Int32Array;
  readonly offsets: Int32Array;
}

/** The listing of points that at least `minimumTrials` lists name. */
export function listingOf(lists: readonly (readonly string[])[], minimumTrials: number): Listing {
  const holders = new Map<string, number[]>();
  for (const [trial, list] of lists.entries())
    for (const code of list) holders.set(code, [...(holders.get(code) ?? []), trial]);
  const kept = [...holders].filter(([, trials]) => trials.length >= minimumTrials);
  const offsets = new Int32Array(kept.length + 1);
  for (const [i, [, trials]] of kept.entries()) offsets[i + 1] = offsets[i]! + trials.length;
  return { codes: kept.map(([code]) => code), trials: Int32Array.from(kept.flatMap(([, trials]) => trials)), offsets };
}

/** Effects of trials as columns. */
export interface TrialColumns {
  readonly y: Float64Array;
  readonly v: Float64Array;
}

/** The effects of each point's trials, where the prescription of trial i went to the trial of effect order[i]. */
export function effectsOfPoints(
  { trials, offsets }: Listing,
  { y, v }: TrialColumns,
  order: Int32Array,
): EffectColumns {
  const of = (column: Float64Array) => Float64Array.from(trials, (trial) => column[order[trial]!]!);
  return { y: of(y), v: of(v), offsets };
}

/** The values of each point, of a column in the order of a listing. */
export function valuesOf(offsets: EffectColumns["offsets"], column: Float64Array | Int32Array): readonly number[][] {
  return Array.from(offsets.subarray(1), (end, point) => Array.from(column.subarray(offsets[point]!, end)));
}
