import type { Registered } from "../../registry/registry.js";
import type { Weighted } from "../weighted.js";

/** An estimate of the between-study variance and how it was reached. */
export interface Tau2Estimate {
  readonly value: number;
  /** True where the estimate was truncated to 0. */
  readonly atBoundary: boolean;
  readonly iterations: number;
  readonly converged: boolean;
}

/** A registered estimator of τ² from at least two effects y with variances v. */
export interface Tau2Estimator<Id extends string = string> extends Registered<Id> {
  /** The `method` of metafor's rma that is the same; null where it has none. */
  readonly r: string | null;
  /** `atZero`: the weighted sums at τ² = 0, which every fit needs anyway. */
  readonly compute: (y: Float64Array, v: Float64Array, atZero: Weighted) => Tau2Estimate;
  /** Asymptotic standard error of the estimate τ²; null where the method defines none. */
  readonly standardError: (v: Float64Array, tau2: number, y: Float64Array, atZero: Weighted) => number | null;
}
