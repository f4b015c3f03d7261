/** Rows whose effects may be correlated, with their covariance, row by row. */
export interface CovarianceBlock {
  readonly rows: Int32Array;
  readonly matrix: Float64Array;
}

/**
 * A linear model as robust variances see it: y on the columns of X, none of them aliased, with the covariance that the
 * fit assumed for y, in blocks that share no row and have no covariance with each other.
 */
export interface WorkingModel {
  readonly names: readonly string[];
  readonly X: readonly Float64Array[];
  readonly y: Float64Array;
  readonly blocks: readonly CovarianceBlock[];
}
