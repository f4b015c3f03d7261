/** Why a combination has no result: the diagnosis of the MetaError that it met. */
export interface RefusedCombination {
  readonly code: string;
  readonly message: string;
}

interface Combination {
  /** The label of the option taken, by dimension. */
  readonly choices: Readonly<Record<string, string>>;
}

/** A combination of options with what it gives. */
export interface FittedSpecification extends Combination {
  readonly failed: null;
  /** Specifications of the same number rest on data that are the same in content; from 1, as they first come. */
  readonly dataset: number;
  /** Those of the same number have the same data and the same options of the fit, and so are one analysis. */
  readonly analysis: number;
  /** null where neither the fit nor its data tell it. */
  readonly measure: string | null;
  readonly k: number | null;
  readonly estimate: number;
  readonly ci: { readonly lower: number; readonly upper: number };
  readonly p: number | null;
  readonly tau2: number | null;
  /** Codes of the fit's warnings. */
  readonly warnings: readonly string[];
}

/** A combination of options that was refused. */
export interface RefusedSpecification extends Combination {
  readonly failed: RefusedCombination;
  /** null where the data themselves were refused. */
  readonly dataset: number | null;
  readonly analysis: number | null;
}

export type Specification = FittedSpecification | RefusedSpecification;

/** Shares of fits, from 0 to 1. */
export interface MultiverseShares {
  /** Estimates above no effect, and below it. */
  readonly positive: number;
  readonly negative: number;
  /** Intervals that lie wholly above no effect, and wholly below it. */
  readonly intervalAbove: number;
  readonly intervalBelow: number;
}

/** How far estimates depend on one choice. */
export interface ExplainedByDimension {
  readonly dimension: string;
  /**
   * Share η² of the variance of the estimates that lies between the means of the options; null where fewer than two options
   * succeeded, and where all estimates are the same.
   */
  readonly share: number | null;
  /** The options that succeeded. */
  readonly options: readonly { readonly option: string; readonly specifications: number; readonly median: number }[];
}

/** How the estimates of several fits are spread; quantiles between two of them by linear interpolation (type 7 of R). */
export interface EstimateSpread {
  readonly number: number;
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  /** null for measures of the level of one group, of which no value means "no effect". */
  readonly shares: MultiverseShares | null;
}

/** What is said of one measure. */
export interface MultiverseSummary {
  readonly measure: string | null;
  /** Of all its specifications. */
  readonly specifications: EstimateSpread;
  /** Of its different analyses, each once: where choices change nothing, several specifications are one. */
  readonly analyses: EstimateSpread;
  /** Of equal ones the first. */
  readonly smallest: FittedSpecification;
  readonly largest: FittedSpecification;
  /** Of all its specifications. */
  readonly explained: readonly ExplainedByDimension[];
}

/** The frozen, JSON-serialisable result of `multiverse`. */
export interface Multiverse {
  readonly dimensions: readonly { readonly name: string; readonly options: readonly string[] }[];
  /** One for each combination, the last dimension changing fastest. */
  readonly specifications: readonly Specification[];
  /** Specifications that were refused. */
  readonly failures: number;
  /** Data sets that differ in content. */
  readonly datasets: number;
  /** One for each measure, as they first come: estimates of different measures can't be compared. */
  readonly summary: readonly MultiverseSummary[];
}
