import type { Measure } from "../../effects/effect.js";
import type { LeftOutStudy } from "../../formula/missing.js";
import type { Bounds, FitStatistics, Warning } from "../../pool/result.js";
import type { AliasedColumn, RegressionCoefficient, WaldTest } from "../result.js";

/** A coefficient of log τ², with its test against 0. */
export interface ScaleCoefficient {
  readonly name: string;
  /** By how much log τ² rises for each unit of the moderator; null where no finite number is the best: `note` says why. */
  readonly estimate: number | null;
  /** From the second derivatives of the likelihood; null, as test and interval, where these don't tell it. */
  readonly se: number | null;
  readonly statistic: number | null;
  /** Degrees of freedom of the t distribution; null for the normal distribution. */
  readonly df: number | null;
  readonly p: number | null;
  readonly ci: Bounds | null;
  readonly note: string | null;
}

/** Likelihood-ratio test that τ² is the same in all studies. */
export interface ScaleRatioTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  /** τ² where it is the same in all, and its log-likelihood. */
  readonly common: { readonly tau2: number; readonly logLik: number };
}

/** A study of the fit. */
export interface LocationScaleStudy {
  readonly study: string;
  readonly yi: number;
  readonly vi: number;
  readonly fitted: number;
  /** Variance of true effects among studies like this one. */
  readonly tau2: number;
  /** null where τ² is 0 or the second derivatives of the likelihood don't tell it. */
  readonly tau2Ci: Bounds | null;
  /** Percent of the total weight 1/(v + τ²). */
  readonly weight: number;
}

/** A model matrix. */
export interface PartDesign {
  /** null for a given matrix. */
  readonly formula: string | null;
  /** Of all columns, aliased ones too. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** How the maximum of the likelihood was found. */
export interface LocationScaleConvergence {
  readonly converged: boolean;
  readonly iterations: number;
  /** Searches made, each from another start. */
  readonly starts: number;
  /** The steepest slope of the log-likelihood at the end, per standard error of a parameter. */
  readonly slope: number;
  /** ‖R‖₁‖R⁻¹‖₁ of the second derivatives scaled to a unit diagonal; null where they are none of a maximum, or none are left. */
  readonly condition: number | null;
  /** Studies whose τ² is 0 because the likelihood rises for ever as it goes there. */
  readonly withoutHeterogeneity: readonly string[];
}

/** The frozen, JSON-serialisable result of {@link locationScale}. */
export interface LocationScale<M extends Measure = Measure> {
  readonly measure: M;
  /** Studies in the fit. */
  readonly k: number;
  /** What the mean depends on. */
  readonly location: {
    readonly coefficients: readonly RegressionCoefficient[];
    /** Covariance of the coefficients, as the chosen test scales it. */
    readonly vcov: readonly (readonly number[])[];
    readonly aliased: readonly AliasedColumn[];
    /** Test of all coefficients but the constant; null where there are none. */
    readonly omnibus: WaldTest | null;
  };
  /** What log τ² depends on. */
  readonly scale: {
    readonly coefficients: readonly ScaleCoefficient[];
    /** null where some coefficient has no standard error. */
    readonly vcov: readonly (readonly number[])[] | null;
    readonly aliased: readonly AliasedColumn[];
    /** Test of all coefficients but the constant; null where there are none, and where some have no standard error. */
    readonly omnibus: WaldTest | null;
    /** null where log τ² has no constant to be compared with, or nothing but one. */
    readonly likelihoodRatio: ScaleRatioTest | null;
  };
  readonly studies: readonly LocationScaleStudy[];
  /** Of the likelihood chosen; the restricted one counts as many observations as studies less coefficients of the mean. */
  readonly fit: FitStatistics & { readonly parameters: number };
  readonly convergence: LocationScaleConvergence;
  readonly design: { readonly moderators: PartDesign; readonly scale: PartDesign };
  readonly leftOut: readonly LeftOutStudy[];
  readonly choices: { readonly method: "REML" | "ML"; readonly test: string; readonly level: number };
  readonly warnings: readonly Warning[];
}
