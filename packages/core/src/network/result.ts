import type { Measure } from "../effects/effect.js";
import type { Bounds, FitStatistics, Interval, PredictionInterval, Tau2, Warning } from "../pool/result.js";

/** A treatment of a network. */
export interface NetworkTreatment {
  readonly name: string;
  /** Trials with an arm of it. */
  readonly trials: number;
  /** Patients given it, where every such trial tells their number; otherwise null. */
  readonly n: number | null;
}

/** The effect of a treatment against the reference, or of one treatment against another. */
export interface TreatmentEffect {
  readonly treatment: string;
  readonly against: string;
  readonly estimate: number;
  /** Model-based (Wald) standard error; the interval may use another: see `ci.se`. */
  readonly se: number;
  readonly ci: Interval;
  /** null where undefined: see `predictionNote` of the network. */
  readonly pi: PredictionInterval | null;
}

/** The heterogeneity and inconsistency of a network together. */
export interface NetworkHeterogeneity {
  /** Σ(y − ŷ)²/v over independent rows of the fit at τ² = 0, with Σ(arms − 1) − (treatments − 1) degrees of freedom. */
  readonly Q: number;
  readonly df: number;
  readonly p: number;
  /** Percent of variation due to heterogeneity, 100 τ²/(τ² + s²); from Q for a common-effect model. */
  readonly I2: number;
  /** From Q: 100 max(0, (Q − df)/Q). */
  readonly I2FromQ: number;
  /** Test-based limits (Higgins & Thompson 2002); null without degrees of freedom, and for one with Q ≤ 2. */
  readonly I2FromQCi: Bounds | null;
  /** The typical within-study variance s² = df/tr(P); null without degrees of freedom. */
  readonly typicalVariance: number | null;
  /** Limits of I², from those of τ². */
  readonly I2Ci: Bounds | null;
}

/** One comparison of a trial, as it was given and as the network sees it. */
export interface NetworkContrast {
  readonly study: string;
  readonly treat1: string;
  readonly treat2: string;
  readonly yi: number;
  readonly vi: number;
  readonly n1: number | null;
  readonly n2: number | null;
  /**
   * 1/(v + τ²); in a trial of several arms the reduced weight with which its comparisons count as if they were independent
   * (Rücker & Schwarzer 2014), which can be below 0 where arms differ much in size.
   */
  readonly weight: number;
  /** The network's estimate of the same effect. */
  readonly fitted: number;
}

/** Trials that compare the same treatments. */
export interface NetworkDesign {
  readonly treatments: readonly string[];
  readonly studies: readonly string[];
}

/** Registered ids of every choice that made a network. */
export interface NetworkChoices {
  readonly tau2: string;
  readonly tau2Interval: string;
  readonly interval: string;
  readonly prediction: string;
  readonly level: number;
}

/** The frozen, JSON-serialisable result of {@link network}. */
export interface Network<M extends Measure = Measure> {
  readonly measure: M;
  /** Trials. */
  readonly k: number;
  /** Comparisons: a trial of t arms has t(t − 1)/2. */
  readonly m: number;
  readonly treatments: readonly NetworkTreatment[];
  readonly reference: string;
  /** Every other treatment against the reference, in the order of `treatments`; other comparisons: {@link compareTreatments}, {@link leagueTable}. */
  readonly effects: readonly TreatmentEffect[];
  /** Model-based covariances of `effects`. */
  readonly vcov: readonly (readonly number[])[];
  /** The factor by which the chosen interval multiplies every variance, 1 for "z" and "t", and its degrees of freedom. */
  readonly scaled: { readonly factor: number; readonly df: number | null };
  readonly predictionNote: string | null;
  readonly tau2: Tau2;
  readonly heterogeneity: NetworkHeterogeneity;
  readonly designs: readonly NetworkDesign[];
  readonly contrasts: readonly NetworkContrast[];
  readonly fit: { readonly ML: FitStatistics; readonly REML: FitStatistics | null };
  readonly choices: NetworkChoices;
  /** Comparisons that no trial joins with the reference, where `disconnected: "reference"` was chosen. */
  readonly leftOut: readonly { readonly study: string; readonly treat1: string; readonly treat2: string }[];
  readonly warnings: readonly Warning[];
}
