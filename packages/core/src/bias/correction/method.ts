import type { Registered } from "../../registry/registry.js";

/** A straight line's slope and its test. */
export interface TestedCoefficient {
  readonly value: number;
  readonly se: number;
  readonly statistic: number | null;
  readonly p: number;
}

/** A mean corrected for small-study effects. */
export interface CorrectedMean {
  readonly estimate: number;
  readonly se: number;
  /** Degrees of freedom of the t distribution. */
  readonly df: number;
  /** Of the regression; null for a mean, or where all studies have the same standard error. */
  readonly slope: TestedCoefficient | null;
  /** Id of the method a conditional one came down to; else its own. */
  readonly used: string;
  /** Studies it rests on. */
  readonly k: number;
  readonly notes: readonly string[];
}

/** A registered estimator of the effect free of small-study effects. */
export interface BiasCorrection<Id extends string = string> extends Registered<Id> {
  readonly minimumK: number;
  readonly compute: (y: Float64Array, v: Float64Array) => CorrectedMean;
}
