/** Rows and columns of a square matrix of n, row by row. */
export function submatrix(matrix: Float64Array, n: number, kept: readonly number[]): Float64Array {
  return Float64Array.from(kept.flatMap((i) => kept.map((j) => matrix[i * n + j]!)));
}
