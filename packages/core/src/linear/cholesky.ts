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

/** Below 0 by so much of its diagonal element, a pivot of a nearly singular matrix may be by rounding errors. */
const BY_ROUNDING = 1e-10;

/**
 * A lower triangle L of a symmetric positive semi-definite matrix A = LLᵀ, row by row in one array, with a column of zeros
 * where a column of A follows from those before it; null where A is not positive semi-definite, to rounding.
 *
 * Higham 2002, Accuracy and Stability of Numerical Algorithms, 2nd ed., sec. 10.3.
 */
export function semidefiniteCholesky(A: Float64Array, n: number): Float64Array | null {
  const L = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const noise = 16 * n * Number.EPSILON * Math.abs(A[j * n + j]!);
    let pivot = A[j * n + j]!;
    for (let m = 0; m < j; m++) pivot -= L[j * n + m]! ** 2;
    if (pivot < -BY_ROUNDING * Math.abs(A[j * n + j]!)) return null;
    if (pivot <= noise) continue;
    L[j * n + j] = Math.sqrt(pivot);
    for (let i = j + 1; i < n; i++) {
      let sum = A[i * n + j]!;
      for (let m = 0; m < j; m++) sum -= L[i * n + m]! * L[j * n + m]!;
      L[i * n + j] = sum / L[j * n + j]!;
    }
  }
  return L;
}

/** Solves Lx = b. */
export function forwardSolve(L: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let m = 0; m < i; m++) x[i]! -= L[i * n + m]! * x[m]!;
    x[i]! /= L[i * n + i]!;
  }
  return x;
}

/** Solves LLᵀx = b. */
export function choleskySolve(L: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const x = forwardSolve(L, b);
  for (let i = n - 1; i >= 0; i--) {
    for (let m = i + 1; m < n; m++) x[i]! -= L[m * n + i]! * x[m]!;
    x[i]! /= L[i * n + i]!;
  }
  return x;
}

/**
 * The inverse of LLᵀ, row by row in one array: the triangle is inverted, by rows, and then multiplied with its transpose,
 * all along rows.
 */
export function choleskyInverse(L: Float64Array, n: number): Float64Array {
  const T = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const scale = 1 / L[row + i]!;
    for (let m = 0; m < i; m++) {
      const factor = -L[row + m]! * scale;
      if (factor === 0) continue;
      const from = m * n;
      for (let j = 0; j <= m; j++) T[row + j]! += factor * T[from + j]!;
    }
    T[row + i] = scale;
  }
  const out = new Float64Array(n * n);
  for (let m = 0; m < n; m++) {
    const row = m * n;
    for (let i = 0; i <= m; i++) {
      const factor = T[row + i]!;
      if (factor === 0) continue;
      const target = i * n;
      for (let j = 0; j <= i; j++) out[target + j]! += factor * T[row + j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) out[j * n + i] = out[i * n + j]!;
  return out;
}

/** log|LLᵀ| */
export function choleskyLogDeterminant(L: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(L[i * n + i]!);
  return 2 * sum;
}

/**
 * Puts the inverse of a symmetric positive definite matrix, row by row, in its place and returns log|A|; null, with the
 * matrix half overwritten, where it is not positive definite, to rounding. For matrices too small for new arrays.
 *
 * Golub & Van Loan 2013, Matrix Computations, 4th ed., alg. 4.2.1.
 */
export function invertPositiveDefinite(A: Float64Array, n: number): number | null {
  let logDet = 0;
  let product = 1;
  for (let i = 0; i < n; i++) {
    const own = A[i * n + i]!;
    for (let j = 0; j <= i; j++) {
      let sum = A[i * n + j]!;
      for (let m = 0; m < j; m++) sum -= A[i * n + m]! * A[j * n + m]!;
      if (i !== j) A[i * n + j] = sum * A[j * n + j]!;
      else if (sum > n * Number.EPSILON * own) {
        A[i * n + i] = 1 / Math.sqrt(sum);
        product *= sum;
      } else return null;
    }
    if (product < 1e-100 || product > 1e100) {
      logDet += Math.log(product);
      product = 1;
    }
  }
  invertLowerTriangle(A, n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let m = i; m < n; m++) sum += A[m * n + i]! * A[m * n + j]!;
      A[i * n + j] = sum;
      A[j * n + i] = sum;
    }
  return logDet + Math.log(product);
}

/** In its place, the diagonal being inverted already. */
function invertLowerTriangle(L: Float64Array, n: number): void {
  for (let j = 0; j < n; j++)
    for (let i = j + 1; i < n; i++) {
      let sum = 0;
      for (let m = j; m < i; m++) sum -= L[i * n + m]! * L[m * n + j]!;
      L[i * n + j] = sum * L[i * n + i]!;
    }
}
