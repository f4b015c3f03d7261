import type { Registered } from "../../registry/registry.js";
import type { WhitenedCluster } from "../whiten.js";

/** How much there is of everything. */
export interface Sizes {
  /** Clusters. */
  readonly m: number;
  /** Coefficients. */
  readonly p: number;
  /** Rows. */
  readonly k: number;
}

/** How residuals, which are smaller than errors, are made up for in a sandwich. */
export interface Adjustment<Id extends string = string> extends Registered<Id> {
  /** What the sum over clusters is multiplied with. */
  readonly factor: (sizes: Sizes) => number;
  /** More clusters than this are needed. */
  readonly beyond: (sizes: Sizes) => number;
  /**
   * K of a cluster, a column for each coefficient: its part of the sandwich is Kᵀeeᵀ K, e its whitened residuals. Without
   * adjustment K = Q.
   */
  readonly sides: (cluster: WhitenedCluster) => readonly Float64Array[];
}
