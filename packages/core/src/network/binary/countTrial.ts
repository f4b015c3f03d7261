import type { SparseDesign } from "../../sparse/sparseDesign.js";

/** Events among the patients of a trial's arms, the arms being places among the treatments of the network. */
export interface CountTrial {
  readonly study: string;
  readonly arms: Int32Array;
  readonly a: Float64Array;
  readonly n: Float64Array;
}

/** A network of counts, with the effects from which a search may start. */
export interface CountNetwork {
  readonly treatments: readonly string[];
  /** The place of the reference. */
  readonly reference: number;
  readonly trials: readonly CountTrial[];
  /** Σ(arms − 1) − (treatments − 1) */
  readonly df: number;
  /** The trials' log odds ratios as independent rows, ½ being added to every cell of a trial with a zero. */
  readonly design: SparseDesign;
  /** Log odds ratios against the reference by inverse variance. */
  readonly start: Float64Array;
}
