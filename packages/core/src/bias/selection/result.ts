import type { Measure } from "../../effects/effect.js";
import type { Bounds, FitStatistics, Warning } from "../../pool/result.js";
import type { Alternative } from "./options.js";
import type { SelectionType } from "./weight/index.js";

/** An estimate by maximum likelihood and its Wald test. */
export interface Estimated {
  /** null where the likelihood can't be computed from these effects (`note`). */
  readonly value: number | null;
  /** From the observed information; null where there is none (`note` says why). */
  readonly se: number | null;
  readonly ci: Bounds | null;
  readonly note: string | null;
}

/** A parameter δ of the weight function. */
export interface Delta extends Estimated {
  /** Its value without selection, which z and p test. */
  readonly none: number;
  readonly isHeld: boolean;
  readonly statistic: number | null;
  readonly p: number | null;
}

/** A likelihood-ratio test; p is null without degrees of freedom. */
export interface RatioTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number | null;
}

/** An interval of p-values between two steps, `from` excluded. */
export interface StepInterval {
  readonly from: number;
  readonly to: number;
  readonly studies: number;
}

export interface SelectionConvergence {
  readonly converged: boolean;
  /** Newton steps from the best start. */
  readonly iterations: number;
  /** Points from which the search was started. */
  readonly starts: number;
  /** Largest slope of the log-likelihood at the end, per standard error of a parameter; null where there is none. */
  readonly gradient: number | null;
  /** Condition number of the information matrix scaled to unit diagonal; null where it is not positive definite. */
  readonly condition: number | null;
}

/** The frozen, JSON-serialisable result of `selectionModel`. */
export interface SelectionModel<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  /** The mean effect in all studies, published or not. */
  readonly estimate: number | null;
  readonly se: number | null;
  readonly statistic: number | null;
  readonly p: number | null;
  readonly ci: Bounds | null;
  /** Why there is no standard error. */
  readonly note: string | null;
  /** The interval is by profile likelihood. */
  readonly tau2: Estimated & { readonly atBoundary: boolean };
  readonly delta: readonly Delta[];
  /** Of a step function; empty for others. */
  readonly intervals: readonly StepInterval[];
  /**
   * Against no selection (all δ at `none`). Where `none` is the lower bound of δ, which it is but for "step" and "beta",
   * p is too large, as that of `heterogeneityTest` is.
   */
  readonly selectionTest: RatioTest | null;
  /**
   * Of τ² = 0. p is from χ² with 1 degree of freedom, which is too large: 0 is a bound, and half of it is closer
   * (Self & Liang 1987). null where τ² was held at 0.
   */
  readonly heterogeneityTest: RatioTest | null;
  readonly fit: (FitStatistics & { readonly parameters: number }) | null;
  /** The same model without selection. */
  readonly unadjusted: {
    readonly estimate: number;
    readonly se: number;
    readonly tau2: number;
    readonly logLik: number;
  };
  readonly convergence: SelectionConvergence;
  readonly choices: {
    readonly type: SelectionType;
    readonly alternative: Alternative;
    readonly steps: readonly number[];
    /** How close to 0 and 1 a p-value may be; null where any may. */
    readonly pMin: number | null;
    readonly tau2: "ML" | "EE";
    readonly level: number;
  };
  readonly warnings: readonly Warning[];
}
