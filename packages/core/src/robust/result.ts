import type { Interval, Warning } from "../pool/result.js";

/** A coefficient by robust variances. */
export interface RobustCoefficient {
  readonly name: string;
  readonly estimate: number;
  /** Robust standard error, test and interval; null where one cluster alone tells of the coefficient. */
  readonly ci: Interval | null;
}

/** What {@link robust} gives. */
export interface RobustFit {
  /** Effects. */
  readonly k: number;
  /** Clusters, and how many effects they hold. */
  readonly clusters: number;
  readonly clusterSizes: { readonly smallest: number; readonly median: number; readonly largest: number };
  readonly coefficients: readonly RobustCoefficient[];
  /** Robust covariance of the coefficients. */
  readonly vcov: readonly (readonly number[])[];
  /** Registered ids of what made the result. */
  readonly choices: { readonly type: string; readonly test: string; readonly level: number };
  readonly warnings: readonly Warning[];
}

/** What {@link robustWaldTest} gives. */
export interface RobustWald {
  /** χ² where `df2` is null, else F; null, as p is, where the clusters are too few for so many coefficients. */
  readonly statistic: number | null;
  /** Combinations of coefficients tested at once. */
  readonly df1: number;
  readonly df2: number | null;
  readonly p: number | null;
  readonly choices: { readonly type: string; readonly test: string };
  readonly warnings: readonly Warning[];
}
