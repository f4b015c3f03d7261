import type { SparseDesign } from "../sparseDesign.js";

/** An order in which the columns of X′WX are eliminated, and which elements of Cholesky's factor are not 0 then. */
export interface Elimination {
  /** The column that is eliminated as the first, the second, … */
  readonly order: Int32Array;
  /** The places in the order, rising, of the elements below the diagonal of each column of the factor. */
  readonly below: readonly Int32Array[];
}

/** Work in parts of p² beyond which a full factor costs little more. */
const WORTH = 4;

const known = new WeakMap<SparseDesign, Elimination | null>();

/**
 * The next column is one of those with the fewest neighbours; what is eliminated makes its neighbours each other's. null where so
 * many elements fill in that the matrix is as good as full.
 *
 * The minimum degree algorithm: George & Liu 1989, SIAM Review 31:1-19.
 */
export function eliminationOf(design: SparseDesign): Elimination | null {
  const before = known.get(design);
  if (before !== undefined) return before;
  const found = eliminate(neighboursOf(design));
  known.set(design, found);
  return found;
}

function neighboursOf({ p, y, start, column }: SparseDesign): readonly Set<number>[] {
  const neighbours = Array.from({ length: p }, () => new Set<number>());
  for (let i = 0; i < y.length; i++)
    for (let a = start[i]!; a < start[i + 1]!; a++)
      for (let b = start[i]!; b < start[i + 1]!; b++) if (a !== b) neighbours[column[a]!]!.add(column[b]!);
  return neighbours;
}

function eliminate(neighbours: readonly Set<number>[]): Elimination | null {
  const p = neighbours.length;
  const place = new Int32Array(p).fill(-1);
  const order = new Int32Array(p);
  const structures: number[][] = [];
  let work = 0;
  for (let k = 0; k < p; k++) {
    const next = fewest(neighbours, place);
    const around = [...neighbours[next]!];
    work += around.length ** 2;
    if (work > WORTH * p * p) return null;
    for (const each of around) {
      const own = neighbours[each]!;
      own.delete(next);
      for (const other of around) if (other !== each) own.add(other);
    }
    place[next] = k;
    order[k] = next;
    structures.push(around);
  }
  return { order, below: structures.map((around) => Int32Array.from(around, (each) => place[each]!).sort()) };
}

function fewest(neighbours: readonly Set<number>[], place: Int32Array): number {
  let best = -1;
  for (let column = 0; column < neighbours.length; column++)
    if (place[column] === -1 && (best === -1 || neighbours[column]!.size < neighbours[best]!.size)) best = column;
  return best;
}
