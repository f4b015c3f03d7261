/**
 * The lower triangle L of a symmetric positive definite matrix A = LLᵀ, row by row in one array; null where A is not
 * positive definite, to rounding.
 *
 * Golub & Van Loan 2013, Matrix Computations, 4th ed., alg. 4.2.1.
 */
export function cholesky(A: Float64Array, n: number): Float64Array | null {
  const L = new Float64Array(n * n);
  for (let i = 0; i < n; i += BLOCK) {
    const done = n - i < BLOCK ? 0 : fourRows(A, L, { n, i });
    for (let row = i; row < Math.min(i + BLOCK, n); row++) if (!finishRow(A, L, { n, row, from: done })) return null;
  }
  return L;
}

/** Rows taken together, so that each number read is used for all of them; sums are made in the same order as row by row. */
const BLOCK = 4;

/** The elements of rows i to i + 3 in columns before i; their number. */
function fourRows(A: Float64Array, L: Float64Array, { n, i }: { readonly n: number; readonly i: number }): number {
  const [a, b, c, d] = [i * n, (i + 1) * n, (i + 2) * n, (i + 3) * n] as const;
  for (let j = 0; j < i; j++) {
    const above = j * n;
    let [sumA, sumB, sumC, sumD] = [A[a + j]!, A[b + j]!, A[c + j]!, A[d + j]!];
    for (let m = 0; m < j; m++) {
      const each = L[above + m]!;
      sumA -= L[a + m]! * each;
      sumB -= L[b + m]! * each;
      sumC -= L[c + m]! * each;
      sumD -= L[d + m]! * each;
    }
    const pivot = L[above + j]!;
    L[a + j] = sumA / pivot;
    L[b + j] = sumB / pivot;
    L[c + j] = sumC / pivot;
    L[d + j] = sumD / pivot;
  }
  return i;
}

/** The elements of a row from a column to the diagonal; false where the matrix is not positive definite. */
function finishRow(
  A: Float64Array,
  L: Float64Array,
  { n, row, from }: { readonly n: number; readonly row: number; readonly from: number },
): boolean {
  const own = row * n;
  for (let j = from; j < row; j++) {
    let sum = A[own + j]!;
    for (let m = 0; m < j; m++) sum -= L[own + m]! * L[j * n + m]!;
    L[own + j] = sum / L[j * n + j]!;
  }
  let pivot = A[own + row]!;
  for (let m = 0; m < row; m++) pivot -= L[own + m]! * L[own + m]!;
  if (!(pivot > n * Number.EPSILON * A[own + row]!)) return false;
  L[own + row] = Math.sqrt(pivot);
  return true;
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
 * The inverse of LLᵀ, row by row in one array: the triangle is inverted, by rows, and then multiplied with its transpose, all along
 * rows, four at a time.
 */
export function choleskyInverse(L: Float64Array, n: number): Float64Array {
  const T = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const scale = 1 / L[row + i]!;
    let m = 0;
    for (; m + BLOCK <= i; m += BLOCK) {
      const [a, b, c, d] = [m * n, (m + 1) * n, (m + 2) * n, (m + 3) * n] as const;
      const [fa, fb, fc, fd] = [
        -L[row + m]! * scale,
        -L[row + m + 1]! * scale,
        -L[row + m + 2]! * scale,
        -L[row + m + 3]! * scale,
      ];
      for (let j = 0; j < m + BLOCK; j++)
        T[row + j] = T[row + j]! + fa! * T[a + j]! + fb! * T[b + j]! + fc! * T[c + j]! + fd! * T[d + j]!;
    }
    for (; m < i; m++) {
      const factor = -L[row + m]! * scale;
      for (let j = 0; j <= m; j++) T[row + j]! += factor * T[m * n + j]!;
    }
    T[row + i] = scale;
  }
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    let m = i;
    for (; m + BLOCK <= n; m += BLOCK) {
      const [a, b, c, d] = [m * n, (m + 1) * n, (m + 2) * n, (m + 3) * n] as const;
      const [fa, fb, fc, fd] = [T[a + i]!, T[b + i]!, T[c + i]!, T[d + i]!];
      for (let j = 0; j <= i; j++)
        out[row + j] = out[row + j]! + fa! * T[a + j]! + fb! * T[b + j]! + fc! * T[c + j]! + fd! * T[d + j]!;
    }
    for (; m < n; m++) {
      const factor = T[m * n + i]!;
      for (let j = 0; j <= i; j++) out[row + j]! += factor * T[m * n + j]!;
    }
    for (let j = 0; j < i; j++) out[j * n + i] = out[row + j]!;
  }
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
