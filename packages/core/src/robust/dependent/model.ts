import type { ClusterOf } from "./clusterForm.js";

/** Effects with their variances, regressed on the columns of X, by cluster. */
export interface DependentEffects {
  readonly X: readonly Float64Array[];
  readonly y: Float64Array;
  readonly v: Float64Array;
  readonly clusters: ClusterOf;
}

/** Variance components, and the variance by whose inverse each effect is weighted. */
export interface DependentWeights {
  readonly variance: Float64Array;
  readonly tau2: number;
  readonly omega2: number | null;
  /** In percent. */
  readonly I2: number | null;
}
