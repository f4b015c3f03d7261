import type { Registered } from "../../registry/registry.js";
import type { WorkingJoint } from "../workingJoint.js";

/** What is known of ranks together. */
export interface RankDistribution {
  /** The probability of each rank for each treatment, row by row. */
  readonly probabilities: Float64Array;
  /** Every order of the treatments, by their places, with its probability; null where they were not computed. */
  readonly orders: readonly { readonly places: readonly number[]; readonly probability: number }[] | null;
}

/** A way to find the distribution of ranks. */
export interface RankMethod<Id extends string = string> extends Registered<Id> {
  /** How many treatments it can rank. */
  readonly most: number;
  readonly compute: (
    joint: WorkingJoint,
    options: { readonly draws: number; readonly seed: number },
  ) => RankDistribution;
}
