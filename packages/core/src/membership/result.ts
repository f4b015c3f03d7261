import type { Measure } from "../effects/effect.js";
import type { LeftOutStudy } from "../formula/missing.js";
import type { ModelMatrix } from "../formula/modelMatrix.js";
import type { FixedCoefficient } from "../multilevel/result.js";
import type { Bounds, FitStatistics, Tau2, Warning } from "../pool/result.js";
import type { TermVariance } from "../sparse/mixed/termVariances.js";

/** The predicted effect of a member: how far one unit of it takes an effect from the fixed part. */
export interface MemberEffect {
  readonly member: string;
  /** Drawn the more to 0 the less the effects tell of it. */
  readonly estimate: number;
  /** Root of the mean squared error of the prediction, the variances taken as known. */
  readonly se: number;
  /** Averaged over what the variance may be ("averaged"); of several terms at the variances estimated ("z"). */
  readonly ci: Bounds;
  /** Effects that have it. */
  readonly k: number;
}

/** The members of one column. */
export interface MembershipTerm {
  readonly column: string;
  readonly members: readonly MemberEffect[];
  /** Covariances of the prediction errors of `members`, the variances taken as known. */
  readonly vcov: readonly (readonly number[])[];
  /** Predictions, and covariances of their errors, averaged over what the variance may be: for ranks. null where there are several terms. */
  readonly averaged: {
    readonly estimates: readonly number[];
    readonly vcov: readonly (readonly number[])[];
  } | null;
  /** How far members are apart: their variance, tested against 0. */
  readonly variance: TermVariance;
  /** Share of the variance between effects, beyond the fixed part, that is due to their members; null where there is none. */
  readonly share: number | null;
}

/** The frozen, JSON-serialisable result of {@link multiMembership}. */
export interface MultiMembership<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  readonly coefficients: readonly FixedCoefficient[];
  readonly vcov: readonly (readonly number[])[];
  /** Columns left out because they follow from those before them. */
  readonly aliased: readonly string[];
  readonly terms: readonly MembershipTerm[];
  /** Between effects, beyond their members. */
  readonly tau2: Tau2;
  /** Fixed columns, and of each member how much the effects tell of it, 0 to 1. */
  readonly effectiveDf: number;
  readonly fit: FitStatistics & { readonly parameters: number };
  readonly data: {
    readonly formula: string | null;
    readonly studies: readonly string[];
    readonly X: ModelMatrix;
  };
  /** Effects without a value of every moderator, by their studies. */
  readonly leftOut: readonly LeftOutStudy[];
  readonly level: number;
  readonly warnings: readonly Warning[];
}
