import type { measures } from "./measures.js";

/** Scales on which effects are pooled, by the ids of `measures`. Ratios are pooled as logarithms. */
export type Measure = keyof typeof measures;

/**
 * One study's result, ready to pool: an estimate `yi` with its sampling variance `vi` on the scale of `measure`. Mostly
 * a comparison of two groups.
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
