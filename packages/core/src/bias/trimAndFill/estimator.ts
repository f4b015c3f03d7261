import type { Registered } from "../../registry/registry.js";

/** What an estimator of the number of missing studies looks at: signed ranks of the distances from the centre. */
export interface SignedRanks {
  /** Studies observed. */
  readonly k: number;
  /** Sum of the ranks of the studies on the side where none is missing (Wilcoxon's T). */
  readonly T: number;
  /** How many of the highest ranks belong to that side without a break (γ). */
  readonly run: number;
}

/** A registered estimator of the number k₀ of studies missing on one side. */
export interface TrimFillEstimator<Id extends string = string> extends Registered<Id> {
  /** Before rounding and truncation at 0; null where it is not defined. */
  readonly compute: (ranks: SignedRanks) => number | null;
  /** Standard error at k₀ as `compute` gives it; null where it is not defined. */
  readonly standardError: (k: number, raw: number) => number | null;
  /** Test that no study is missing, where there is one. */
  readonly p: ((k0: number) => number) | null;
}

/** The variance of T with k₀ studies missing. Duval & Tweedie 2000, JASA 95:89-98. */
export function varianceOfT(k: number, k0: number): number {
  const none = k * (k + 1) * (2 * k + 1);
  const missing = 10 * k0 ** 3 + 27 * k0 ** 2 + 17 * k0 - 18 * k * k0 ** 2 - 18 * k * k0 + 6 * k ** 2 * k0;
  return (none + missing) / 24;
}
