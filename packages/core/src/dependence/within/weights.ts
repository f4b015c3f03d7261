import type { Registered } from "../../registry/registry.js";

/** How much each effect of a cluster counts in their mean. */
export interface WithinWeights<Id extends string = string> extends Registered<Id> {
  /** Weights that sum to 1, from the lower triangle L of the covariance LLᵀ of the effects. */
  readonly compute: (L: Float64Array, n: number) => Float64Array;
}
