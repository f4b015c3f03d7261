import type { Registered } from "../../registry/registry.js";

/** What an interval for τ² is made from. */
export interface Tau2IntervalInput {
  readonly y: Float64Array;
  readonly v: Float64Array;
  readonly level: number;
  /** Whether the restricted likelihood belongs to the chosen estimator of τ² (REML), else the full one. */
  readonly restricted: boolean;
}

/** A registered interval for τ² from at least two effects. */
export interface Tau2IntervalRule<Id extends string = string> extends Registered<Id> {
  /** The arguments of metafor's confint that give the same; null where none do. */
  readonly r: string | null;
  readonly compute: (input: Tau2IntervalInput) => { readonly lower: number; readonly upper: number };
}
