import { invertPositiveDefinite } from "../../linear/cholesky.js";
import { addSquare } from "./addSquare.js";
import type { GroupInBlock, MarginalBlock, RowRange } from "./block.js";
import { loneRows } from "./splitGroups.js";

/** A block with the full matrix M = V + ZGZ′: n³ operations for n rows. */
export function denseBlock(range: RowRange, V: Float64Array): MarginalBlock {
  const { start, end, groups } = range;
  const n = end - start;
  const shared = groups.filter(({ rows }) => rows.length > 1);
  const lone = loneRows(groups.filter(({ rows }) => rows.length === 1));
  return {
    ...range,
    size: n * n,
    memory: (M) => ({
      factorise: (covariances) => {
        for (let i = 0; i < V.length; i++) M[i] = V[i]!;
        for (let a = 0; a < lone.rows.length; a++)
          M[(lone.rows[a]! - start) * (n + 1)]! += covariances[lone.terms[a]!]!.G[lone.places[a]!]!;
        for (let g = 0; g < shared.length; g++) addSquare(M, range, shared[g]!, covariances[shared[g]!.term]!.G);
        return invertPositiveDefinite(M, n);
      },
      solve: (b, target) => {
        for (let i = 0; i < n; i++) {
          let sum = 0;
          for (let j = 0; j < n; j++) sum += M[i * n + j]! * b[start + j]!;
          target[start + i] = sum;
        }
      },
      inverseSums: (group, target) => sumOver(M, range, groups[group]!, target),
      inverseDiagonal: (target) => {
        for (let i = 0; i < n; i++) target[start + i] = M[i * (n + 1)]!;
      },
    }),
  };
}

function sumOver(
  inverse: Float64Array,
  { start, end }: RowRange,
  { rows, levels, levelOf }: GroupInBlock,
  target: Float64Array,
): void {
  const n = end - start;
  const m = levels.length;
  for (let i = 0; i < m * m; i++) target[i] = 0;
  for (let a = 0; a < rows.length; a++) {
    const at = (rows[a]! - start) * n - start;
    for (let b = 0; b < rows.length; b++) target[levelOf[a]! * m + levelOf[b]!]! += inverse[at + rows[b]!]!;
  }
}
