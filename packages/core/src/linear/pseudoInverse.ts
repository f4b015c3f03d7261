import { symmetricEigen } from "./symmetricEigen.js";

/** Eigenvalues of a matrix of unit diagonal, in parts of the largest, below which a direction is flat. */
const FLAT = 1e-9;

/**
 * The inverse of a symmetric positive semi-definite matrix, row by row in one array, over the directions in which it is
 * not flat, found in units that make its diagonal 1.
 */
export function pseudoInverse(A: Float64Array, n: number): Float64Array {
  const unit = Float64Array.from({ length: n }, (_, i) => (A[i * n + i]! > 0 ? 1 / Math.sqrt(A[i * n + i]!) : 0));
  const scaled = A.map((each, at) => each * unit[Math.floor(at / n)]! * unit[at % n]!);
  const { values, vectors } = symmetricEigen(scaled, n);
  const out = new Float64Array(n * n);
  for (const [r, value] of values.entries())
    if (value > FLAT * values[0]!)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          out[i * n + j]! += (unit[i]! * unit[j]! * vectors[r]![i]! * vectors[r]![j]!) / value;
  return out;
}
