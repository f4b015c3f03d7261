import { cholesky } from "../linear/cholesky.js";
import type { Design } from "./design.js";
import { gram } from "./gram.js";
import { type Basis, dot, subtract } from "./orthogonalise.js";
import { rangeOf } from "./range.js";
import { type LeastSquares, leastSquares, weightedLeastSquares } from "./weightedLeastSquares.js";
import { weightsAt } from "./weights.js";

/** Largest ratio of a weight to its weight at τ² = 0, in parts of the smallest, at which Cholesky's method is used. */
const SPREAD = 1e4;

/**
 * Weighted least squares at τ² from those at 0. With √W₀X = QR and Q′DQ = LL′, D = W/W₀, √W X is √D Q L′⁻¹ times L′R: a third
 * of the work of a new decomposition; that is made where D has spread too far.
 *
 * Yamamoto, Nakatsukasa, Yanagisawa & Fukaya 2015, Electronic Transactions on Numerical Analysis 44:306-326.
 */
export function reweight({ X, y, v }: Design, atZero: LeastSquares, tau2: number): LeastSquares {
  const { lowest, highest } = rangeOf(v);
  const { basis, shares } = atZero;
  const d = v.map((variance) => variance / (variance + tau2));
  const spread = (highest / (highest + tau2)) * ((lowest + tau2) / lowest);
  const p = shares.length;
  const L = spread > SPREAD ? null : cholesky(gram(basis.Q, d), p);
  if (L === null) return weightedLeastSquares(X, y, weightsAt(v, tau2));
  const root = d.map(Math.sqrt);
  const Q = orthonormal(basis.Q, root, L);
  const residuals = atZero.residuals.map((residual, i) => root[i]! * residual);
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
    const column = new Float64Array(q.length);
    for (let i = 0; i < q.length; i++) column[i] = root[i]! * q[i]!;
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
