import type { Measure } from "../../effects/effect.js";
import type { Interval, Tau2, Warning } from "../../pool/result.js";
import type { TermVariance } from "../../sparse/mixed/termVariances.js";

/** The predicted effect of a component, or of an interaction: drawn the more to the mean the less the trials tell of it. */
export interface ShrunkComponent {
  readonly component: string;
  /** The component itself, or those that interact. */
  readonly parts: readonly string[];
  readonly estimate: number;
  /** Root of the mean squared error of the prediction, the variances taken as known. */
  readonly se: number;
  readonly ci: Interval;
  /** Trials in which some arms have it and others don't. */
  readonly trials: number;
}

/** The frozen, JSON-serialisable result of {@link shrunkComponents}. */
export interface ShrunkComponents<M extends Measure = Measure> {
  readonly measure: M;
  /** Trials. */
  readonly k: number;
  readonly components: readonly ShrunkComponent[];
  /** Covariances of the prediction errors of `components`. */
  readonly vcov: readonly (readonly number[])[];
  /** What components are drawn to, where it is estimated. */
  readonly mean: { readonly estimate: number; readonly se: number; readonly ci: Interval } | null;
  /** Tested against 0: no component has an effect, or all have the same where their mean is estimated. */
  readonly variance: TermVariance;
  /** Of the interactions, which are drawn to 0; null without any. */
  readonly interactionVariance: TermVariance | null;
  readonly tau2: Tau2;
  /** Of as many as there are components, interactions and their mean: how many the trials tell. */
  readonly effectiveDf: number;
  /** Restricted log-likelihood. */
  readonly logLik: number;
  readonly level: number;
  readonly warnings: readonly Warning[];
}
