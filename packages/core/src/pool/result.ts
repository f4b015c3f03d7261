import type { Measure } from "../effects/effect.js";

/** A confidence interval and the test that belongs to it. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** Registered id of the rule: "z", "t", "HKSJ", "HKSJ-adhoc". */
  readonly method: string;
  /** Standard error the rule uses (HKSJ rescales it). */
  readonly se: number;
  /** Degrees of freedom of the t distribution; null for the normal distribution. */
  readonly df: number | null;
  /** null where the standard error is 0 (HKSJ with effects that are all the same). */
  readonly statistic: number | null;
  readonly p: number;
}

/** Where the true effect of a new study like these is expected. */
export interface PredictionInterval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly method: string;
  readonly se: number;
  readonly df: number | null;
}

/** An interval without a test; null bounds never occur: an undefined interval is `null` as a whole. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly method: string;
}

/** The between-study variance τ² and how it was found. */
export interface Tau2 {
  readonly value: number;
  readonly method: string;
  /** Asymptotic standard error; null for a common-effect model and for k = 1. */
  readonly se: number | null;
  /** Interval by the chosen rule; null for a common-effect model and for one study. */
  readonly ci: Bounds | null;
  /** True where the estimate was truncated to 0. */
  readonly atBoundary: boolean;
  readonly iterations: number;
  readonly converged: boolean;
}

export interface Heterogeneity {
  /** Cochran's Q with k − 1 degrees of freedom. */
  readonly Q: number;
  readonly df: number;
  readonly p: number;
  /** Percent of variation due to heterogeneity, 100 τ²/(τ² + s²), s² the typical within-study variance (Higgins & Thompson 2002). */
  readonly I2: number;
  readonly H2: number;
  /** From Q: 100 max(0, (Q − df)/Q). */
  readonly I2FromQ: number;
  readonly H2FromQ: number;
  /** Test-based limits of I² and H² from Q (Higgins & Thompson 2002); null for one study, and for two with Q ≤ 2. */
  readonly I2FromQCi: Bounds | null;
  readonly H2FromQCi: Bounds | null;
  /** Mean share of τ² in the variance of a study, in percent (Crippa et al. 2016). */
  readonly Rb: number;
  /** The typical within-study variance s²; null for k = 1. */
  readonly typicalVariance: number | null;
  /** Limits of I² and H², from those of τ². */
  readonly I2Ci: Bounds | null;
  readonly H2Ci: Bounds | null;
}

/** One row of the fit: what a forest plot or a table shows of a study. */
export interface FittedStudy {
  readonly study: string;
  readonly yi: number;
  readonly vi: number;
  readonly se: number;
  /** Normal-theory interval of this study at the fit's level. */
  readonly lower: number;
  readonly upper: number;
  /** Percent of the total weight; the weights of a fit sum to 100. */
  readonly weight: number;
  readonly n: number | null;
  readonly arms: readonly string[];
}

/** Something the reader of a result must know; the result is still valid as labelled. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly studies: readonly string[];
}

export interface FitStatistics {
  readonly logLik: number;
  readonly AIC: number;
  readonly BIC: number;
  /** With k taken as at least the number of parameters + 2, below which the correction does not exist. */
  readonly AICc: number;
}

/** Registered ids of every choice that made a result. */
export interface Choices {
  readonly tau2: string;
  readonly tau2Interval: string;
  readonly interval: string;
  readonly prediction: string;
  readonly level: number;
}

/** The frozen, JSON-serialisable result of {@link pool}. Tables, figures, CLI and notebooks read it and compute nothing again. */
export interface PooledEffect<M extends Measure = Measure> {
  readonly measure: M;
  /** Studies pooled. */
  readonly k: number;
  /** Patients, where every study gives its number; otherwise null. */
  readonly n: number | null;
  readonly estimate: number;
  /** Model-based (Wald) standard error; the interval may use another: see `ci.se`. */
  readonly se: number;
  readonly ci: Interval;
  /** null where undefined (`predictionNote` says why). */
  readonly pi: PredictionInterval | null;
  readonly predictionNote: string | null;
  readonly tau2: Tau2;
  readonly heterogeneity: Heterogeneity;
  readonly studies: readonly FittedStudy[];
  readonly fit: { readonly ML: FitStatistics; readonly REML: FitStatistics | null };
  readonly choices: Choices;
  readonly warnings: readonly Warning[];
}
