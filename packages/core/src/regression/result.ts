import type { Measure } from "../effects/effect.js";
import type { Learned } from "../formula/learn.js";
import type { LeftOutStudy } from "../formula/missing.js";
import type { TermColumns } from "../formula/modelMatrix.js";
import type { Bounds, FitStatistics, Tau2, Warning } from "../pool/result.js";

/** A coefficient, or a combination of coefficients, with its test against 0. */
export interface RegressionCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  /** null where the standard error is 0 (HKSJ with effects that lie where the moderators say). */
  readonly statistic: number | null;
  /** Degrees of freedom of the t distribution; null for the normal distribution. */
  readonly df: number | null;
  readonly p: number;
  readonly ci: Bounds;
}

/** A column without a coefficient: the sum of others, each times its weight; of none where it is 0 throughout. */
export interface AliasedColumn {
  readonly name: string;
  readonly follows: readonly { readonly name: string; readonly weight: number }[];
}

/** A Wald test that coefficients, or combinations of them, are all 0. */
export interface WaldTest {
  readonly names: readonly string[];
  /** χ² (Q_M) where `df2` is null, else F; null where every standard error is 0. */
  readonly statistic: number | null;
  readonly df1: number;
  readonly df2: number | null;
  readonly p: number;
}

export interface ResidualHeterogeneity {
  /** Σ(y − Xβ)²/v of the fit at τ² = 0, with k − p degrees of freedom. */
  readonly QE: number;
  readonly df: number;
  readonly p: number;
  /** Percent of the variation not explained that is due to heterogeneity, 100 τ²/(τ² + s²). */
  readonly I2: number;
  readonly H2: number;
  /** The typical within-study variance s² = (k − p)/tr(P); null without degrees of freedom. */
  readonly typicalVariance: number | null;
  /** Limits of I² and H², from those of τ². */
  readonly I2Ci: Bounds | null;
  readonly H2Ci: Bounds | null;
}

export interface Collinearity {
  /** By how much a coefficient's variance is larger than without the other moderators; none for a model without a constant. */
  readonly vif: readonly { readonly name: string; readonly value: number }[];
  /** The same for all columns of a term at once; `perDf` is its 1/(2 df)-th power, to be compared with √VIF. */
  readonly gvif: readonly {
    readonly term: string;
    readonly df: number;
    readonly value: number;
    readonly perDf: number;
  }[];
  /**
   * Ratio of the largest to the smallest singular value of √W X with columns of length 1; above 30 columns nearly follow from
   * each other. A moderator far from 0, as a year, raises it without harm.
   */
  readonly conditionNumber: number;
}

/** A study of the fit. */
export interface RegressionStudy {
  readonly study: string;
  readonly yi: number;
  readonly vi: number;
  readonly fitted: number;
  readonly residual: number;
  /** Leverage: by how much the fitted effect follows the study's own. */
  readonly hat: number;
  /** Percent of the total weight 1/(v + τ²). */
  readonly weight: number;
}

/** The model matrix, and all that is needed to make its row for new values of the moderators. */
export interface RegressionDesign extends Learned {
  /** null for a given matrix. */
  readonly formula: string | null;
  /** Of all columns, aliased ones too. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly terms: readonly TermColumns[];
  /** Place of the constant; null for none. */
  readonly intercept: number | null;
}

/** Registered ids of every choice that made a result. */
export interface RegressionChoices {
  readonly tau2: string;
  readonly tau2Interval: string;
  readonly interval: string;
  readonly prediction: string;
  readonly level: number;
}

/** The frozen, JSON-serialisable result of {@link metaRegression}. */
export interface MetaRegression<M extends Measure = Measure> {
  readonly measure: M;
  /** Studies in the fit. */
  readonly k: number;
  /** In the order of the columns, without aliased ones. */
  readonly coefficients: readonly RegressionCoefficient[];
  /** Covariance of the coefficients, as the chosen interval scales it. */
  readonly vcov: readonly (readonly number[])[];
  readonly aliased: readonly AliasedColumn[];
  readonly tau2: Tau2;
  readonly heterogeneity: ResidualHeterogeneity;
  /**
   * Percent by which τ² is smaller than that of the mean alone by the same estimator, not below 0; for a common-effect model
   * that of the variance about the mean. null for a mean alone, for a model without a constant, and where nothing varies.
   */
  readonly R2: number | null;
  /** τ² of the mean alone by the same estimator; null where R² can't be asked for. */
  readonly tau2WithoutModerators: number | null;
  /** Test of all coefficients but the constant; null where there are none. */
  readonly omnibus: WaldTest | null;
  readonly collinearity: Collinearity;
  readonly studies: readonly RegressionStudy[];
  readonly fit: { readonly ML: FitStatistics; readonly REML: FitStatistics | null };
  readonly design: RegressionDesign;
  readonly leftOut: readonly LeftOutStudy[];
  readonly choices: RegressionChoices;
  readonly warnings: readonly Warning[];
}
