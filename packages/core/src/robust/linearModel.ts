/**
 * A linear model y = Xβ + e, fitted by generalised least squares, and the covariance of e that the fit assumed. Whether
 * that covariance is right, robust variances need not know.
 */
export interface LinearModel {
  /** Of the coefficients. */
  readonly names: readonly string[];
  /** A column for each coefficient; a constant is a column of ones. */
  readonly X: readonly ArrayLike<number>[];
  readonly y: ArrayLike<number>;
  /** Rows, numbered from 0, whose errors the fit took as correlated, with their covariance, row by row; every row is in one. */
  readonly blocks: readonly { readonly rows: ArrayLike<number>; readonly matrix: ArrayLike<number> }[];
}
