import type { Tau2Estimator } from "../../pool/tau2/estimator.js";
import type { Registered } from "../../registry/registry.js";

/** What the unseen studies would have to undo. */
export interface FailSafeInput {
  readonly y: Float64Array;
  readonly v: Float64Array;
  /** Significance level that is to be lost. */
  readonly alpha: number;
  /** Effect, as a size, down to which the mean is to fall; null for half of it ("Orwin") or for losing significance. */
  readonly target: number | null;
  /** Estimator of τ², for "general". */
  readonly tau2: Tau2Estimator;
}

/** A fail-safe N and what it was reckoned from. */
export interface FailSafe {
  /** Number of studies, not rounded; at or below 0 where none is needed. */
  readonly root: number;
  /** The mean of the observed studies; null for "Rosenthal", which has none. */
  readonly estimate: number | null;
  /** P value of the observed studies; null where the target is an effect. */
  readonly p: number | null;
  /** The effect the mean is to fall to, with its sign; null where it is significance that is to be lost. */
  readonly target: number | null;
  /** Between-study variance of the observed studies, for "general". */
  readonly tau2: number | null;
}

/** A registered way to ask how many unseen studies without effect would overturn a result. */
export interface FailSafeMethod<Id extends string = string> extends Registered<Id> {
  readonly compute: (input: FailSafeInput) => FailSafe;
}
