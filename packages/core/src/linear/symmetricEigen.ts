/** Eigenvalues of a symmetric matrix, largest first, and their eigenvectors of length 1. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: readonly Float64Array[];
}

const MAX_SWEEPS = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, row by row in one array, by Jacobi's cyclic rotations: for small
 * matrices, of which it finds small eigenvalues too to full relative precision.
 *
 * Golub & Van Loan 2013, Matrix Computations, 4th ed., alg. 8.5.2 and 8.5.3.
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const A = Float64Array.from(matrix);
  const V = new Float64Array(n * n);
  for (let i = 0; i < n; i++) V[i * n + i] = 1;
  for (let sweep = 0, turned = true; turned && sweep < MAX_SWEEPS; sweep++) {
    turned = false;
    for (let p = 0; p < n - 1; p++)
      for (let q = p + 1; q < n; q++) {
        const size = Math.sqrt(Math.abs(A[p * n + p]!)) * Math.sqrt(Math.abs(A[q * n + q]!));
        if (!(Math.abs(A[p * n + q]!) > Number.EPSILON * size)) continue;
        rotate(A, V, { n, p, q });
        turned = true;
      }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => A[j * n + j]! - A[i * n + i]!);
  return {
    values: Float64Array.from(order, (i) => A[i * n + i]!),
    vectors: order.map((i) => V.slice(i * n, (i + 1) * n)),
  };
}

/** One rotation in the plane of p and q, which makes their element 0; V has the vectors as rows. */
function rotate(A: Float64Array, V: Float64Array, { n, p, q }: { n: number; p: number; q: number }): void {
  const element = A[p * n + q]!;
  const theta = (A[q * n + q]! - A[p * n + p]!) / (2 * element);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const turn = { first: p * n, second: q * n, n, c, s: t * c };
  const [first, second] = [A[p * n + p]! - t * element, A[q * n + q]! + t * element];
  turnRows(A, turn);
  for (let r = 0; r < n; r++) {
    A[r * n + p] = A[p * n + r]!;
    A[r * n + q] = A[q * n + r]!;
  }
  A[p * n + p] = first;
  A[q * n + q] = second;
  A[p * n + q] = 0;
  A[q * n + p] = 0;
  turnRows(V, turn);
}

interface Turn {
  /** Where the two rows start. */
  readonly first: number;
  readonly second: number;
  readonly n: number;
  readonly c: number;
  readonly s: number;
}

function turnRows(A: Float64Array, { first, second, n, c, s }: Turn): void {
  for (let r = 0; r < n; r++) {
    const one = A[first + r]!;
    const other = A[second + r]!;
    A[first + r] = c * one - s * other;
    A[second + r] = s * one + c * other;
  }
}
