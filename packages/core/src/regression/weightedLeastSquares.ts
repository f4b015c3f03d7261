import { dot } from "../linear/products.js";
import { type Basis, orthogonalise, projectOut, roots, timesEach } from "./orthogonalise.js";

/** A weighted least-squares fit of y on the columns of X. */
export interface LeastSquares {
  /** Places in X of the columns with a coefficient; a column that follows from those before it has none. */
  readonly kept: readonly number[];
  /** Coefficients of the columns kept. */
  readonly beta: Float64Array;
  /** (X′WX)⁻¹ of the columns kept, row by row: their covariance where the weights are inverse variances. */
  readonly vcov: Float64Array;
  /** Weighted residual sum of squares Σw(y − Xβ)². */
  readonly QE: number;
  /** k less the number of columns kept. */
  readonly df: number;
  readonly basis: Basis;
  /** Q′√W y: what lies along each vector of the basis. */
  readonly shares: Float64Array;
  /** √w(y − Xβ) */
  readonly residuals: Float64Array;
}

/**
 * Weighted least squares β = (X′WX)⁻¹X′Wy by QR decomposition, in O(kp²) for k rows and p columns.
 *
 * @param X The design matrix, a column each; a constant is a column of ones.
 *
 * Golub & Van Loan 2013, Matrix Computations, 4th ed., sec. 5.3; Viechtbauer 2010, Journal of Statistical Software
 * 36(3).
 */
export function weightedLeastSquares(X: readonly Float64Array[], y: Float64Array, w: Float64Array): LeastSquares {
  const basis = orthogonalise(X, w);
  const residuals = timesEach(y, roots(w));
  const shares = projectOut(basis.Q, residuals);
  return leastSquares({ basis, shares, residuals });
}

/** The coefficients of a decomposition √W X = QR. */
export function leastSquares({
  basis,
  shares,
  residuals,
}: Pick<LeastSquares, "basis" | "shares" | "residuals">): LeastSquares {
  const inverse = invertTriangle(basis.R);
  const p = basis.kept.length;
  const beta = new Float64Array(p);
  const vcov = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let m = i; m < p; m++) beta[i]! += inverse[m]![i]! * shares[m]!;
    for (let j = 0; j < p; j++)
      for (let m = Math.max(i, j); m < p; m++) vcov[i * p + j]! += inverse[m]![i]! * inverse[m]![j]!;
  }
  return {
    kept: basis.kept,
    beta,
    vcov,
    QE: dot(residuals, residuals),
    df: residuals.length - p,
    basis,
    shares,
    residuals,
  };
}

/** A coefficient and its variance, (X′WX)⁻¹ at its place; null where its column has none. */
export function coefficientOf(
  { kept, beta, vcov }: LeastSquares,
  column: number,
): { readonly value: number; readonly variance: number } | null {
  const place = kept.indexOf(column);
  if (place < 0) return null;
  return { value: beta[place]!, variance: vcov[place * kept.length + place]! };
}

/** The inverse of the upper triangle, column by column as R is. */
export function invertTriangle(R: readonly Float64Array[]): readonly Float64Array[] {
  return R.map((column, m) => {
    const out = new Float64Array(m + 1);
    out[m] = 1 / column[m]!;
    for (let i = m - 1; i >= 0; i--) {
      for (let j = i + 1; j <= m; j++) out[i]! -= R[j]![i]! * out[j]!;
      out[i]! /= R[i]![i]!;
    }
    return out;
  });
}
