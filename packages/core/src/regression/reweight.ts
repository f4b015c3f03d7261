import { dot } from "../linear/products.js";
import { type Basis, subtract, timesEach } from "./orthogonalise.js";
import { type LeastSquares, leastSquares } from "./weightedLeastSquares.js";

/**
 * Least squares with weights W from those with weights W₀. With √W₀X = QR and Q′DQ = LL′, D = W/W₀, √W X is √D Q L′⁻¹ times L′R:
 * a third of the work of a new decomposition.
 *
 * Yamamoto, Nakatsukasa, Yanagisawa & Fukaya 2015, Electronic Transactions on Numerical Analysis 44:306-326.
 */
export function reweight(
  { basis, shares, residuals: before }: LeastSquares,
  { root, L }: { readonly root: Float64Array; readonly L: Float64Array },
): LeastSquares {
  const p = shares.length;
  const Q = orthonormal(basis.Q, root, L);
  const residuals = timesEach(before, root);
  const moved = shares.map((_, m) => {
    let share = 0;
    for (let j = m; j < p; j++) share += L[j * p + m]! * shares[j]!;
    return share;
  });
  for (const [j, q] of Q.entries()) {
    const share = dot(q, residuals);
    moved[j]! += share;
    subtract(residuals, share, q);
  }
  return leastSquares({ basis: { Q, R: triangle(basis, L), kept: basis.kept }, shares: moved, residuals });
}

/** √D Q L′⁻¹ */
function orthonormal(Q: readonly Float64Array[], root: Float64Array, L: Float64Array): readonly Float64Array[] {
  const out: Float64Array[] = [];
  const p = Q.length;
  for (const [j, q] of Q.entries()) {
    const column = timesEach(q, root);
    for (let m = 0; m < j; m++) subtract(column, L[j * p + m]!, out[m]!);
    const length = L[j * p + j]!;
    for (let i = 0; i < q.length; i++) column[i]! /= length;
    out.push(column);
  }
  return out;
}

/** L′R */
function triangle({ R }: Basis, L: Float64Array): readonly Float64Array[] {
  const p = R.length;
  return R.map((column, j) =>
    column.map((_, m) => {
      let share = 0;
      for (let l = m; l <= j; l++) share += L[l * p + m]! * column[l]!;
      return share;
    }),
  );
}
