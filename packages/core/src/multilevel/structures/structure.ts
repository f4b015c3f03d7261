import type { Registered } from "../../registry/registry.js";

/** The levels among which a structure says how random effects vary together. */
export interface InnerLevels {
  readonly names: readonly string[];
  /** The values of the levels as numbers; null where one isn't a number. */
  readonly values: Float64Array | null;
  /** A known correlation matrix of the levels, row by row; null where none is given. */
  readonly correlation: Float64Array | null;
}

/** What a parameter of the search measures. */
export type ParameterKind = "variance" | "standard deviation" | "correlation" | "angle";

export interface Parameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly lower: number;
  readonly upper: number;
  /** What is reported is the parameter to this power: a standard deviation is reported as a variance. */
  readonly power: number;
}

/** A covariance matrix of random effects, row by row, and its slope along each parameter. */
export interface Covariance {
  readonly G: Float64Array;
  readonly slopes: readonly Float64Array[];
}

/** How the random effects of the levels within one group vary and go together. */
export interface Structure<Id extends string = string> extends Registered<Id> {
  /** The parameters for these levels; variances and standard deviations stand first. */
  readonly parameters: (levels: InnerLevels) => readonly Parameter[];
  readonly covariance: (theta: Float64Array, levels: InnerLevels) => Covariance;
}
