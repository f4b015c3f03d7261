import type { Bounds } from "../../pool/result.js";

/** What {@link bootstrapMembership} finds of the variance of a column's members. */
export interface BootstrapMembership {
  readonly column: string;
  /** The variance σ² itself, by restricted maximum likelihood. */
  readonly value: number;
  /** Likelihood ratio against σ² = 0. */
  readonly ratio: number;
  /** (1 + draws with a ratio as large, where σ² is 0)/(1 + draws). */
  readonly p: number;
  /** The ratio that is exceeded in a share 1 − `level` of draws where σ² is 0. */
  readonly critical: number;
  /** Limits of σ², with critical ratios drawn at the limits of the profile likelihood; null where not asked for. */
  readonly ci: Bounds | null;
  /**
   * The smallest σ, a standard deviation, that the test of level 1 − `level` finds with this power; null where not asked for, and
   * `sigma` null where no σ, however large, is found so often.
   */
  readonly detectable: { readonly power: number; readonly sigma: number | null } | null;
  readonly draws: number;
  readonly seed: number;
  readonly level: number;
}
