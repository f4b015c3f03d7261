import type { Measure } from "../effects/effect.js";
import type { LeftOutStudy } from "../formula/missing.js";
import type { ModelMatrix } from "../formula/modelMatrix.js";
import type { Bounds, FitStatistics, Interval, Warning } from "../pool/result.js";
import type { SamplingBlock } from "./options.js";
import type { StructureId } from "./structures/index.js";
import type { ParameterKind } from "./structures/structure.js";

/** A coefficient of the fixed part. */
export interface FixedCoefficient {
  readonly name: string;
  readonly estimate: number;
  /** With its test; the standard error is that of the test. */
  readonly ci: Interval;
}

/** A variance or a correlation of random effects. */
export interface VarianceComponent {
  /** "tau2", "tau2[pain]", "rho", "rho[pain, function]" */
  readonly name: string;
  readonly kind: "variance" | "correlation";
  readonly value: number;
  /** From the second derivatives of the likelihood; null at a bound and where the data do not tell the parameter. */
  readonly se: number | null;
  readonly atBoundary: boolean;
}

/** The random effects of one kind. */
export interface FittedRandom {
  readonly label: string;
  /** "ID" for intercepts, "known" for those with known correlations. */
  readonly structure: StructureId | "known";
  readonly groups: readonly string[];
  readonly levels: readonly string[];
  /** Known correlations of the levels; null where there are none. */
  readonly correlation: readonly (readonly number[])[] | null;
  /** For each effect the place of its group and of its level. */
  readonly outer: readonly number[];
  readonly inner: readonly number[];
  readonly components: readonly VarianceComponent[];
  /** Covariance matrix of the levels within a group. */
  readonly G: readonly (readonly number[])[];
  /** Share of the variance in percent (only of intercepts), 100 σ²/(Σσ² + s²), s² the typical sampling variance. */
  readonly I2: number | null;
  /** What the search found, as it measures it. */
  readonly parameters: readonly { readonly kind: ParameterKind; readonly value: number }[];
}

/** A Wald test of several coefficients at once. */
export interface OmnibusTest {
  readonly names: readonly string[];
  /** χ² where `df2` is null, else F. */
  readonly statistic: number;
  readonly df1: number;
  readonly df2: number | null;
  readonly p: number;
}

/** How the maximum of the likelihood was found. */
export interface Convergence {
  readonly converged: boolean;
  readonly iterations: number;
  /** Searches made, each from another start. */
  readonly starts: number;
  /** The steepest slope of the log-likelihood at the end, per standard error of a parameter. */
  readonly slope: number;
  /** Condition number of the second derivatives, scaled to a unit diagonal, of the parameters not at a bound; null where there is none. */
  readonly condition: number | null;
}

/** The frozen, JSON-serialisable result of {@link multilevel}. */
export interface Multilevel<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  readonly coefficients: readonly FixedCoefficient[];
  readonly vcov: readonly (readonly number[])[];
  /** Columns left out because they follow from those before them. */
  readonly aliased: readonly string[];
  /** Test of all coefficients but the constant; of the constant where there is nothing else. */
  readonly omnibus: OmnibusTest;
  readonly random: readonly FittedRandom[];
  /**
   * Where the true effect of a new group is expected; null unless the fixed part is a constant, every random effect has one
   * level and no known correlations, and the data tell the variances.
   */
  readonly pi: Bounds | null;
  readonly heterogeneity: { readonly QE: number; readonly df: number; readonly p: number; readonly I2: number | null };
  readonly fit: FitStatistics & { readonly parameters: number };
  readonly convergence: Convergence;
  readonly data: {
    /** Of the fixed part; null for a given matrix. */
    readonly formula: string | null;
    readonly studies: readonly string[];
    readonly yi: readonly number[];
    readonly vi: readonly number[];
    readonly X: ModelMatrix;
    readonly V: readonly SamplingBlock[];
  };
  /** Effects without a value of every moderator, by their studies. */
  readonly leftOut: readonly LeftOutStudy[];
  readonly choices: { readonly method: "REML" | "ML"; readonly test: string; readonly level: number };
  readonly warnings: readonly Warning[];
}
