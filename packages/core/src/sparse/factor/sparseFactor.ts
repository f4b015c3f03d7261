import type { Elimination } from "./elimination.js";
import type { Factor } from "./factor.js";

/** Cholesky's factor column by column: the diagonal, and what is below it in the places that the elimination names. */
interface Columns extends Elimination {
  readonly diagonal: Float64Array;
  readonly values: readonly Float64Array[];
}

/**
 * Cholesky's factor of a matrix of which most elements are 0, in the order of the elimination; null where the matrix is not
 * positive definite, to rounding.
 *
 * Davis 2006, Direct Methods for Sparse Linear Systems, sec. 4.8 (left-looking).
 */
export function sparseFactor(A: Float64Array, elimination: Elimination): Factor | null {
  const columns = factored(A, elimination);
  if (columns === null) return null;
  let known: Float64Array | null = null;
  return {
    solve: (b) => solve(columns, b),
    logDeterminant: () => 2 * columns.diagonal.reduce((sum, each) => sum + Math.log(each), 0),
    inverse: () => {
      known ??= inverse(columns);
      return known;
    },
    inverseWithinRows: () => known ?? selectedInverse(columns),
  };
}

function factored(A: Float64Array, elimination: Elimination): Columns | null {
  const { order, below } = elimination;
  const p = order.length;
  const diagonal = new Float64Array(p);
  const values: Float64Array[] = [];
  const work = new Float64Array(p);
  const waiting = waitingLists(p);
  for (let k = 0; k < p; k++) {
    const row = order[k]! * p;
    work[k] = A[row + order[k]!]!;
    for (const i of below[k]!) work[i] = A[row + order[i]!]!;
    for (const { column, from } of waiting.takeAt(k)) {
      const places = below[column]!;
      const own = values[column]!;
      const factor = own[from]!;
      for (let a = from; a < places.length; a++) work[places[a]!]! -= factor * own[a]!;
      waiting.put(column, from + 1, places);
    }
    if (!(work[k]! > p * Number.EPSILON * A[row + order[k]!]!)) return null;
    const pivot = Math.sqrt(work[k]!);
    diagonal[k] = pivot;
    values.push(Float64Array.from(below[k]!, (i) => work[i]! / pivot));
    waiting.put(k, 0, below[k]!);
  }
  return { ...elimination, diagonal, values };
}

/** Columns of the factor by the row in which their next element stands. */
function waitingLists(p: number) {
  const lists: { readonly column: number; readonly from: number }[][] = Array.from({ length: p }, () => []);
  return {
    takeAt: (row: number) => lists[row]!,
    put: (column: number, from: number, places: Int32Array) => {
      if (from < places.length) lists[places[from]!]!.push({ column, from });
    },
  };
}

function solve({ order, below, diagonal, values }: Columns, b: Float64Array): Float64Array {
  const p = order.length;
  const x = Float64Array.from(order, (column) => b[column]!);
  for (let k = 0; k < p; k++) {
    x[k]! /= diagonal[k]!;
    if (x[k] === 0) continue;
    const places = below[k]!;
    const own = values[k]!;
    for (let a = 0; a < places.length; a++) x[places[a]!]! -= own[a]! * x[k]!;
  }
  for (let k = p - 1; k >= 0; k--) {
    const places = below[k]!;
    const own = values[k]!;
    for (let a = 0; a < places.length; a++) x[k]! -= own[a]! * x[places[a]!]!;
    x[k]! /= diagonal[k]!;
  }
  const out = new Float64Array(p);
  for (let k = 0; k < p; k++) out[order[k]!] = x[k]!;
  return out;
}

function inverse(columns: Columns): Float64Array {
  const p = columns.order.length;
  const out = new Float64Array(p * p);
  const unit = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    unit[j] = 1;
    out.set(solve(columns, unit), j * p);
    unit[j] = 0;
  }
  return out;
}

/**
 * The elements of the inverse where the factor has any, from the last column to the first.
 *
 * Takahashi, Fagan & Chen 1973, Proceedings of the 8th PICA Conference, 63-69; Erisman & Tinney 1975, Communications of the ACM
 * 18:177-179.
 */
function selectedInverse({ order, below, diagonal, values }: Columns): Float64Array {
  const p = order.length;
  const out = new Float64Array(p * p);
  for (let k = p - 1; k >= 0; k--) {
    const places = below[k]!;
    const own = values[k]!;
    const column = order[k]!;
    const pivot = diagonal[k]!;
    let self = 1 / pivot;
    for (let a = 0; a < places.length; a++) {
      const row = order[places[a]!]! * p;
      let sum = 0;
      for (let b = 0; b < places.length; b++) sum -= out[row + order[places[b]!]!]! * own[b]!;
      out[row + column] = sum / pivot;
      out[column * p + order[places[a]!]!] = sum / pivot;
      self -= (sum / pivot) * own[a]!;
    }
    out[column * p + column] = self / pivot;
  }
  return out;
}
