import type { SparseDesign } from "../../sparse/sparseDesign.js";
import type { NetworkTrial } from "./trial.js";

/** A network arranged for fitting. */
export interface NetworkModel {
  readonly treatments: readonly string[];
  /** The place of the treatment with which the others are compared. */
  readonly reference: number;
  readonly trials: readonly NetworkTrial[];
  /** Independent rows over the treatments but the reference, in order. */
  readonly design: SparseDesign;
  /** Which trial each row is of. */
  readonly trialOf: Int32Array;
  /** Σ log|U| of the trials: the covariance of their comparisons has the determinant |U| Π(v + τ²). */
  readonly logU: number;
}
