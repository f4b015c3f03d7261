import type { Registered } from "../../registry/registry.js";

/** What an interval for μ is made from. */
export interface MeanAndSpread {
  readonly k: number;
  readonly mean: number;
  /** Model-based variance of the mean, 1/Σw. */
  readonly variance: number;
  /** Σw(y − μ)² at the estimated τ². */
  readonly q1: number;
  readonly v: Float64Array;
  readonly tau2: number;
}

/** The standard error and the reference distribution of an interval (`df` null: normal). */
export interface IntervalRule<Id extends string = string> extends Registered<Id> {
  /** Fewest studies for which the rule is defined. */
  readonly minimumK: number;
  /** The `test` of metafor's rma that is the same; null where it has none. */
  readonly r: string | null;
  readonly compute: (input: MeanAndSpread) => { readonly se: number; readonly df: number | null };
}
