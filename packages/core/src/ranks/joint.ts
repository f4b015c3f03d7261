import type { Measure } from "../effects/effect.js";
import type { Network } from "../network/result.js";

/** Estimates on one scale with their joint covariance: of treatments, combinations of components, or points. */
export interface JointEstimates {
  readonly names: readonly string[];
  readonly estimates: readonly number[];
  readonly vcov: readonly (readonly number[])[];
  /** Degrees of freedom of their joint t distribution; normal unless given. */
  readonly df?: number | null;
  /** One more to rank: that against which the estimates are, with the effect 0. */
  readonly reference?: string;
}

/** What can be ranked. */
export type Rankable = Network<Measure> | JointEstimates;

/** Which end of the scale of the effects is good. */
export type GoodEnd = "lower" | "higher";
