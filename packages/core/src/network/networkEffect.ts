import type { Effect, Measure } from "../effects/effect.js";

/**
 * One comparison of a trial: `yi` is the effect of `treat1` against `treat2`, `vi` its sampling variance. A trial of t arms
 * has all t(t − 1)/2 comparisons, under one name: their variances tell how they go together.
 */
export interface NetworkEffect<M extends Measure = Measure> extends Effect<M> {
  readonly treat1: string;
  readonly treat2: string;
  /** Patients with either treatment, where known. */
  readonly n1?: number;
  readonly n2?: number;
}
