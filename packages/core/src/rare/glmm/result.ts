import type { Measure } from "../../effects/effect.js";
import type { Interval, PredictionInterval, Tau2 } from "../../pool/result.js";
import type { ChiSquareTest } from "../result.js";

/** The frozen, JSON-serialisable result of {@link glmm} and {@link glmmOneGroup}. */
export interface GlmmFit {
  readonly measure: Measure;
  /** Studies the model was fitted to. */
  readonly k: number;
  /** Patients; null for person-time. */
  readonly n: number | null;
  /** Mean effect θ, a logarithm. */
  readonly estimate: number;
  readonly se: number;
  readonly ci: Interval;
  /** θ ± z √(se² + τ²); null for a common effect. */
  readonly pi: PredictionInterval | null;
  /** `method` "ML" or "EE"; `ci` is null. */
  readonly tau2: Tau2;
  /** Of "UM.RS": mean and variance of the study levels, each halfway between the two groups; null for other models. */
  readonly levels: { readonly mean: number; readonly variance: number } | null;
  readonly heterogeneity: GlmmHeterogeneity;
  readonly fit: {
    /**
     * Integrated over the random effects, all constants counted. R's rma.glmm prints other numbers where it uses lme4:
     * ln L given the most likely random effects ("ML"), or less that of a saturated model ("UM.RS" with "EE").
     */
    readonly logLik: number;
    readonly parameters: number;
    readonly AIC: number;
  };
  readonly convergence: {
    readonly converged: boolean;
    /** Whether τ² was found to be 0. */
    readonly atBoundary: boolean;
    /** Times the likelihood of all studies was summed. */
    readonly evaluations: number;
    /** Largest derivative of ln L at the end. */
    readonly gradient: number;
  };
  /** Studies that say nothing, and were left out. */
  readonly dropped: readonly string[];
  readonly rules: readonly string[];
  readonly choices: {
    readonly measure: string;
    readonly model: string;
    readonly tau2: string;
    readonly quadraturePoints: number;
    readonly level: number;
  };
}

/** Whether the studies have one effect, against an effect of its own for each. */
export interface GlmmHeterogeneity {
  readonly df: number;
  /** From the effects' information; a study whose own effect is infinite counts with its degree of freedom alone. */
  readonly wald: ChiSquareTest;
  readonly likelihoodRatio: ChiSquareTest;
  /** Percent: 100 τ²/(τ² + s²), s² the typical variance of the studies' own effects, ½ added where a cell is 0. */
  readonly I2: number;
  readonly H2: number;
  /** null for one study. */
  readonly typicalVariance: number | null;
}
