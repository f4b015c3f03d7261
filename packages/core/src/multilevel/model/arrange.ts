import type { CovarianceBlock } from "../../regression/workingModel.js";
import type { RandomTerm } from "../random/term.js";
import type { GroupInBlock, MarginalBlock, RowRange } from "./block.js";
import { connected } from "./connected.js";
import { denseBlock } from "./denseBlock.js";
import { lowRankBlock } from "./lowRankBlock.js";

/** Sampling variances, and the covariances of the rows whose sampling errors are correlated. */
export interface SamplingCovariance {
  readonly v: Float64Array;
  readonly correlated: readonly CovarianceBlock[];
}

/** Blocks of consecutive rows, and where each of those rows stands in the data. */
export interface Arranged {
  readonly blocks: readonly MarginalBlock[];
  readonly order: Int32Array;
}

/** The rows of a model in blocks that share neither sampling errors nor random effects. */
export function arrange({ v, correlated }: SamplingCovariance, terms: readonly RandomTerm[]): Arranged {
  const k = v.length;
  const grouped = terms.map(rowsByGroup);
  const parts = connected(k, [...grouped.flat(), ...correlated.map(({ rows }) => rows)]);
  const order = new Int32Array(k);
  const place = new Int32Array(k);
  const partOf = new Int32Array(k);
  let next = 0;
  for (let part = 0; part < parts.length; part++)
    for (const row of parts[part]!) {
      order[next] = row;
      place[row] = next++;
      partOf[row] = part;
    }
  const groups: GroupInBlock[][] = parts.map(() => []);
  for (const [t, term] of terms.entries())
    for (const rows of grouped[t]!) groups[partOf[rows[0]!]!]!.push(groupInBlock(t, term, rows, place));
  const matrices: CovarianceBlock[][] = parts.map(() => []);
  for (const block of correlated) matrices[partOf[block.rows[0]!]!]!.push(block);
  let start = 0;
  const blocks = parts.map((rows, part) => {
    const range = { start, end: start + rows.length, groups: groups[part]! };
    start = range.end;
    const own = rows.map((row) => v[row]!);
    return matrices[part]!.length === 0 && isLowRank(range)
      ? lowRankBlock(range, own)
      : denseBlock(range, fullMatrix(range, own, matrices[part]!, place));
  });
  return { blocks, order };
}

function rowsByGroup({ groups, outer }: RandomTerm): readonly (readonly number[])[] {
  const rows: number[][] = groups.map(() => []);
  for (let row = 0; row < outer.length; row++) rows[outer[row]!]!.push(row);
  return rows;
}

function groupInBlock(
  term: number,
  { inner, levels: { names } }: RandomTerm,
  rows: readonly number[],
  place: Int32Array,
): GroupInBlock {
  const width = names.length;
  const own = new Int32Array(rows.length);
  for (let a = 0; a < rows.length; a++) own[a] = place[rows[a]!]!;
  if (width === 1)
    return { term, width, rows: own, levels: first, levelOf: rows.length === 1 ? first : new Int32Array(rows.length) };
  const levels = [...new Set(rows.map((row) => inner[row]!))].sort((a, b) => a - b);
  const levelOf = Int32Array.from(rows, (row) => levels.indexOf(inner[row]!));
  return { term, width, rows: own, levels: Int32Array.from(levels), levelOf };
}

/** Of random effects without levels: the one there is. */
const first = Int32Array.of(0);

/** Whether the random effects that rows share are so few that Woodbury's identity is the shorter way. */
function isLowRank({ start, end, groups }: RowRange): boolean {
  const shared = groups.reduce((sum, { rows, levels }) => sum + (rows.length > 1 ? levels.length : 0), 0);
  return end - start > 8 && 2 * shared <= end - start;
}

function fullMatrix(
  { start }: RowRange,
  v: ArrayLike<number>,
  blocks: readonly CovarianceBlock[],
  place: Int32Array,
): Float64Array {
  const n = v.length;
  const V = new Float64Array(n * n);
  for (let a = 0; a < n; a++) V[a * n + a] = v[a]!;
  for (const { rows, matrix } of blocks)
    for (const [a, first] of rows.entries())
      for (const [b, second] of rows.entries())
        V[(place[first]! - start) * n + place[second]! - start] = matrix[a * rows.length + b]!;
  return V;
}
