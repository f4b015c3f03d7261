import { cholesky, choleskyInverse, choleskyLogDeterminant, choleskySolve } from "../../linear/cholesky.js";
import type { Factor } from "./factor.js";

/** Cholesky's factor of a full matrix. */
export function denseFactor(A: Float64Array, n: number): Factor | null {
  const L = cholesky(A, n);
  if (L === null) return null;
  let known: Float64Array | null = null;
  const inverse = () => {
    known ??= choleskyInverse(L, n);
    return known;
  };
  return {
    solve: (b) => choleskySolve(L, b),
    logDeterminant: () => choleskyLogDeterminant(L, n),
    inverse,
    inverseWithinRows: inverse,
  };
}
