/**
 * The lower triangle L of a symmetric positive definite matrix A = LLᵀ, row by row in one array; null where A is not
 * positive definite, to rounding.
 *
 * Golub & Van Loan 2013, Matrix Computations, 4th ed., alg. 4.2.1.
 */
export function cholesky(A: Float64Array, n: number): Float64Array | null {
  const L = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A[i * n + j]!;
      for (let m = 0; m < j; m++) sum -= L[i * n + m]! * L[j * n + m]!;
      if (i !== j) L[i * n + j] = sum / L[j * n + j]!;
      else if (sum > n * Number.EPSILON * A[i * n + i]!) L[i * n + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return L;
}

/** Solves LLᵀx = b. */
export function choleskySolve(L: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let m = 0; m < i; m++) x[i]! -= L[i * n + m]! * x[m]!;
    x[i]! /= L[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let m = i + 1; m < n; m++) x[i]! -= L[m * n + i]! * x[m]!;
    x[i]! /= L[i * n + i]!;
  }
  return x;
}

/** The inverse of LLᵀ, row by row in one array. */
export function choleskyInverse(L: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    out.set(choleskySolve(L, unit), j * n);
  }
  return out;
}
