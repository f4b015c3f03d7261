import type { GroupInBlock, RowRange } from "./block.js";

/** Adds ZAZ′ of a group, A being given for all levels of its term, to a matrix over the rows of its block. */
export function addSquare(
  matrix: Float64Array,
  { start, end }: RowRange,
  { rows, levels, levelOf, width }: GroupInBlock,
  A: Float64Array,
): void {
  const n = end - start;
  for (let a = 0; a < rows.length; a++) {
    const row = levels[levelOf[a]!]! * width;
    const at = (rows[a]! - start) * n - start;
    for (let b = 0; b < rows.length; b++) matrix[at + rows[b]!]! += A[row + levels[levelOf[b]!]!]!;
  }
}
