/** Scales on which effects are pooled. Ratios are pooled as logarithms. */
export type Measure = "SMD" | "MD" | "logRR" | "logOR" | "RD";

/**
 * One comparison of two groups, ready to pool: an estimate `yi` with its sampling variance `vi`
 * on the scale of `measure`.
 */
export interface Effect<M extends Measure = Measure> {
  /** The name shown in tables and figures. */
  readonly study: string;
  readonly measure: M;
  readonly yi: number;
  readonly vi: number;
  /** Patients in both groups, where known. */
  readonly n?: number;
  /**
   * The groups of patients this effect compares, as ids unique over all trials
   * (`"haake-2007/sham"`). Effects that share a group are not independent; pooling them is warned of.
   */
  readonly arms?: readonly string[];
}
