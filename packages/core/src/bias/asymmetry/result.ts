import type { Bounds } from "../../pool/result.js";

/** A number estimated from the data, and its standard error. */
export interface Coefficient {
  readonly value: number;
  readonly se: number;
}

/** What a test of funnel-plot asymmetry found. */
export interface Asymmetry {
  /** null where there is nothing to test (`notes` says why), and where a standard error of 0 has no statistic. */
  readonly statistic: number | null;
  /** Degrees of freedom of the t distribution; null for the normal and for an exact distribution. */
  readonly df: number | null;
  /** Two-sided; null where there is nothing to test. */
  readonly p: number | null;
  /** What is tested against 0: the slope of a regression, or the score S of a rank test. */
  readonly asymmetry: Coefficient | null;
  /** Where the line of a regression meets a predictor of 0; null for rank tests. */
  readonly intercept: Coefficient | null;
  /** The effect that the line gives a study of unlimited size, with its interval; null where it has none. */
  readonly limit: Limit | null;
  /** Kendall's τ of a rank test. */
  readonly tau: number | null;
  /** Residual between-study variance of a mixed-effects regression. */
  readonly tau2: number | null;
  /** Residual variance, in units of the weights, of a weighted regression. */
  readonly dispersion: number | null;
  readonly notes: readonly string[];
}

/** An effect with its interval. */
export interface Limit extends Bounds {
  readonly estimate: number;
}

/** Nothing could be tested. */
export function untestable(note: string): Asymmetry {
  return { ...nothing, notes: [note] };
}

/** Every part empty; a test fills in its own. */
export const nothing: Asymmetry = {
  statistic: null,
  df: null,
  p: null,
  asymmetry: null,
  intercept: null,
  limit: null,
  tau: null,
  tau2: null,
  dispersion: null,
  notes: [],
};
