import { cholesky, choleskyInverse } from "../../linear/cholesky.js";
import { submatrix } from "../../linear/submatrix.js";
import type { BoxedMinimum } from "../../numerics/minimiseInBox.js";

/** Standard errors by maximum likelihood. */
export interface Information {
  /** Of each variable; null for those held at a bound, and for all where the matrix is not positive definite. */
  readonly se: readonly (number | null)[];
  /** ‖R‖₁‖R⁻¹‖₁ of the matrix scaled to unit diagonal; null where it is not positive definite. */
  readonly condition: number | null;
}

/** From the second derivatives of minus a log-likelihood at its minimum, of the variables not held at a bound. */
export function information({ hessian, x, free }: BoxedMinimum): Information {
  const n = free.length;
  const matrix = submatrix(hessian, x.length, free);
  const size = free.map((_, i) => Math.sqrt(matrix[i * n + i]!));
  const R = matrix.map((each, at) => each / size[Math.floor(at / n)]! / size[at % n]!);
  const L = cholesky(R, n);
  const se: (number | null)[] = Array.from(x, () => null);
  if (L === null) return { se, condition: null };
  const inverse = choleskyInverse(L, n);
  for (const [at, i] of free.entries()) se[i] = Math.sqrt(inverse[at * n + at]!) / size[at]!;
  return { se, condition: n === 0 ? null : norm(R, n) * norm(inverse, n) };
}

/** The largest row sum of sizes. */
function norm(matrix: Float64Array, n: number): number {
  let largest = 0;
  for (let i = 0; i < n; i++)
    largest = Math.max(
      largest,
      matrix.subarray(i * n, (i + 1) * n).reduce((sum, each) => sum + Math.abs(each), 0),
    );
  return largest;
}
