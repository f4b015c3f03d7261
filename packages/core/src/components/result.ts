import type { Measure } from "../effects/effect.js";
import type { NetworkChoices, NetworkHeterogeneity } from "../network/result.js";
import type { FitStatistics, Interval, PredictionInterval, Tau2, Warning } from "../pool/result.js";

/** An effect with its intervals. */
export interface ToldEffect {
  readonly estimate: number;
  /** Model-based (Wald) standard error; the interval may use another: see `ci.se`. */
  readonly se: number;
  readonly ci: Interval;
  /** Of the effect in a new trial; null where undefined: see `predictionNote` of the network. */
  readonly pi: PredictionInterval | null;
}

/** Nothing, where the trials can't tell. */
export interface UntoldEffect {
  readonly estimate: null;
  readonly se: null;
  readonly ci: null;
  readonly pi: null;
}

/** The effect of a component, or of an interaction: of one unit of it more. */
export type ComponentEffect = (ToldEffect | UntoldEffect) & {
  readonly component: string;
  /** The component itself, or those that interact. */
  readonly parts: readonly string[];
  /** Why it has no estimate: what the trials can't tell it from, and what they tell instead. */
  readonly because: string | null;
  /** Trials in which some arms have it and others don't. */
  readonly trials: number;
};

/** The effect of all components of a treatment together, against none of them. */
export type CombinationEffect = (ToldEffect | UntoldEffect) & {
  readonly combination: string;
  /** Without the inactive one. */
  readonly components: readonly string[];
  /** How much it has of each. */
  readonly amounts: readonly number[];
};

/** What is estimated, of which the effects of components and combinations are made. */
export interface EstimableColumns {
  readonly columns: readonly string[];
  readonly estimates: readonly number[];
  /** Their model-based covariances. */
  readonly vcov: readonly (readonly number[])[];
  /** Components that follow from those, as sums of so much of each. */
  readonly following: readonly { readonly column: string; readonly weights: readonly number[] }[];
}

/** How much worse the sums of components fit than a network with an effect of its own for each treatment. */
export interface AdditivityTest {
  /** Of the network of treatments. */
  readonly QStandard: number;
  readonly dfStandard: number;
  /** That of the sums of components less `QStandard`. */
  readonly Q: number;
  readonly df: number;
  readonly p: number;
}

/** The frozen, JSON-serialisable result of {@link componentNetwork}. */
export interface ComponentNetwork<M extends Measure = Measure> {
  readonly measure: M;
  /** Trials. */
  readonly k: number;
  /** Comparisons: a trial of t arms has t(t − 1)/2. */
  readonly m: number;
  readonly components: readonly ComponentEffect[];
  /** Every treatment of the trials; others, and one against another: {@link combinationEffect}. */
  readonly combinations: readonly CombinationEffect[];
  /** Where all components can be estimated, they and their covariances. */
  readonly estimable: EstimableColumns;
  /** The factor by which the chosen interval multiplies every variance, 1 for "z" and "t", and its degrees of freedom. */
  readonly scaled: { readonly factor: number; readonly df: number | null };
  readonly predictionNote: string | null;
  readonly tau2: Tau2;
  /** Of the comparisons around the sums of components. */
  readonly heterogeneity: NetworkHeterogeneity;
  /** null where the network of treatments has parts that no trial joins. */
  readonly additivity: AdditivityTest | null;
  /** Parts of the network that no trial joins, as treatments: one where it is connected. */
  readonly parts: readonly (readonly string[])[];
  readonly separator: string;
  readonly inactive: string | null;
  readonly fit: { readonly ML: FitStatistics; readonly REML: FitStatistics | null };
  readonly choices: NetworkChoices;
  readonly warnings: readonly Warning[];
}
