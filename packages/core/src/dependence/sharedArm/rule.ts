import type { Registered } from "../../registry/registry.js";

/** The first minus the second of two groups. */
export interface Comparison {
  readonly arms: readonly [string, string];
  /** Their sizes, or more generally the inverse of the variance of each group's own part. */
  readonly sizes: readonly [number, number];
  readonly yi: number;
}

export interface SharedArmInput {
  readonly one: Comparison;
  readonly other: Comparison;
  /** Correlation of the measurements within a patient; 1 for the same outcome at the same time. */
  readonly rho: number;
  /** Number of patients in all groups of the cluster. */
  readonly patients: number;
}

/** How the correlation of two effects follows from the groups that they compare. */
export interface SharedArmRule<Id extends string = string> extends Registered<Id> {
  /** The measure for which alone the rule holds, and which needs sizes; null for a rule that holds for any difference. */
  readonly measure: string | null;
  readonly compute: (input: SharedArmInput) => number;
}
