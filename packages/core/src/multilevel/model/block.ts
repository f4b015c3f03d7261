import type { Covariance } from "../structures/structure.js";

/** The rows of one block that share a group of one random term. */
export interface GroupInBlock {
  readonly term: number;
  /** How many inner levels the term has in all. */
  readonly width: number;
  /** The rows, as the model orders them. */
  readonly rows: Int32Array;
  /** The inner levels that occur, and for each row the place of its own among them. */
  readonly levels: Int32Array;
  readonly levelOf: Int32Array;
}

/** Consecutive rows of a model and the groups among them. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly GroupInBlock[];
}

/** The covariance M of a block's rows at the parameters for which it was computed last. */
export interface FactorisedBlock {
  /** Writes M⁻¹b into `target`, for the block's rows of vectors over all rows. */
  readonly solve: (b: Float64Array, target: Float64Array) => void;
  /** Writes Z′M⁻¹Z of a group, over the levels that occur, into `target`, Z being their incidence. */
  readonly inverseSums: (group: number, target: Float64Array) => void;
  /** Writes the diagonal of M⁻¹ into the block's rows of a vector over all rows. */
  readonly inverseDiagonal: (target: Float64Array) => void;
}

/** Memory for a block's covariance, which a search uses again and again. */
export interface BlockMemory extends FactorisedBlock {
  /** Computes M and returns log|M|; null where M is not positive definite. */
  readonly factorise: (covariances: readonly Covariance[]) => number | null;
}

/** Rows whose effects may be correlated with each other, and with no others. */
export interface MarginalBlock extends RowRange {
  /** How many numbers its memory takes. */
  readonly size: number;
  readonly memory: (space: Float64Array) => BlockMemory;
}
