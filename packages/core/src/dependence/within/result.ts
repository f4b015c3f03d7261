import type { Effect, Measure } from "../../effects/effect.js";
import type { Warning } from "../../pool/result.js";

/** Which effects were merged into one, and how. */
export interface Merged {
  /** Their rows, counted from 0, and their studies. */
  readonly rows: readonly number[];
  readonly studies: readonly string[];
  /** Weight of each; they sum to 1. */
  readonly weights: readonly number[];
  /** Columns left out because the merged effects differ in them. */
  readonly leftOut: readonly string[];
}

/** One effect for a cluster, named after it, with the columns that its effects share. */
export type AggregatedEffect<M extends Measure = Measure> = Effect<M> & {
  readonly merged: Merged;
  readonly [column: string]: unknown;
};

/** The frozen, JSON-serialisable result of {@link aggregate}. */
export interface Aggregated<M extends Measure = Measure> {
  readonly measure: M;
  /** For each cluster, in the order in which they first come. */
  readonly effects: readonly AggregatedEffect<M>[];
  /** Columns left out of any of them. */
  readonly leftOut: readonly string[];
  readonly choices: { readonly cluster: string; readonly correlation: number | "V"; readonly weights: string };
  readonly warnings: readonly Warning[];
}
