import type { Registered } from "../../registry/registry.js";

/** What a prediction interval is made from. */
export interface PredictionInput {
  readonly k: number;
  readonly tau2: number;
  /** Standard error of the chosen confidence interval. */
  readonly se: number;
  /** Its degrees of freedom; null for the normal distribution. */
  readonly df: number | null;
}

/** The standard error and the reference distribution (`df` null: normal) of a prediction interval. */
export interface PredictionRule<Id extends string = string> extends Registered<Id> {
  /** Fewest studies for which the rule is defined. */
  readonly minimumK: number;
  /** The degrees of freedom as R code, of a `fit` by metafor's rma. */
  readonly r: string;
  readonly compute: (input: PredictionInput) => { readonly se: number; readonly df: number | null };
}
