/** A square matrix, a list for each row. */
export function rowsOf(matrix: Float64Array, n: number): readonly (readonly number[])[] {
  return Array.from({ length: n }, (_, row) => Array.from(matrix.subarray(row * n, (row + 1) * n)));
}
