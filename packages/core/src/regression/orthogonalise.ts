import { dot } from "../linear/products.js";

/** An orthonormal basis of weighted columns √w x, with the triangle R that leads back to them: √W X = QR. */
export interface Basis {
  /** One array for each column that is kept. */
  readonly Q: readonly Float64Array[];
  /** R[j][m] for m ≤ j: the share of basis vector m in the j-th kept column. */
  readonly R: readonly Float64Array[];
  /** Places of the columns that are no linear combination of those before them. */
  readonly kept: readonly number[];
}

/**
 * What remains of a column beyond those before it, in parts of its length, below which it counts as their combination:
 * both without weights, so that a row that outweighs all others hides no difference between them.
 */
const NEGLIGIBLE = 1e-7;

/**
 * QR decomposition of the columns of a design matrix, weighted, by Gram-Schmidt orthogonalisation with reorthogonalisation;
 * columns that follow from those before them are left out.
 */
export function orthogonalise(X: readonly Float64Array[], w: Float64Array): Basis {
  const root = roots(w);
  const Q: Float64Array[] = [];
  const R: Float64Array[] = [];
  const kept: number[] = [];
  for (const [place, column] of X.entries()) {
    const rest = timesEach(column, root);
    const shares = projectOut(Q, rest);
    if (isNegligible(rest, column, root)) continue;
    const length = Math.sqrt(dot(rest, rest));
    for (let i = 0; i < rest.length; i++) rest[i]! /= length;
    Q.push(rest);
    R.push(Float64Array.of(...shares, length));
    kept.push(place);
  }
  return { Q, R, kept };
}

function isNegligible(rest: Float64Array, column: Float64Array, root: Float64Array): boolean {
  let left = 0;
  for (let i = 0; i < rest.length; i++) if (rest[i] !== 0) left += (rest[i]! / root[i]!) ** 2;
  return !(left > NEGLIGIBLE ** 2 * dot(column, column));
}

const MAX_PASSES = 8;

/** What is left of a squared length, in parts of it, below which rounding may have left something along the basis. */
const MOSTLY_GONE = 0.01;

/**
 * Takes from a vector, in place, what lies along the basis, and returns how much that was: again as long as less than a tenth
 * of its length is left.
 *
 * Daniel, Gragg, Kaufman & Stewart 1976, Mathematics of Computation 30:772-795; Giraud, Langou & Rozložník 2005, Computers &
 * Mathematics with Applications 50:1069-1075 ("twice is enough").
 */
export function projectOut(Q: readonly Float64Array[], vector: Float64Array): Float64Array {
  const shares = new Float64Array(Q.length);
  let left = dot(vector, vector);
  for (let pass = 0, before = Number.POSITIVE_INFINITY; pass < MAX_PASSES && left < MOSTLY_GONE * before; pass++) {
    for (let j = 0; j < Q.length; j++) {
      const q = Q[j]!;
      const share = dot(q, vector);
      shares[j]! += share;
      subtract(vector, share, q);
    }
    before = left;
    left = dot(vector, vector);
  }
  return shares;
}

/** Takes a multiple of another vector from a vector, in place; four at a time, which is twice as fast. */
export function subtract(vector: Float64Array, share: number, other: Float64Array): void {
  const n = vector.length;
  const whole = n - (n % 4);
  for (let i = 0; i < whole; i += 4) {
    vector[i]! -= share * other[i]!;
    vector[i + 1]! -= share * other[i + 1]!;
    vector[i + 2]! -= share * other[i + 2]!;
    vector[i + 3]! -= share * other[i + 3]!;
  }
  for (let i = whole; i < n; i++) vector[i]! -= share * other[i]!;
}

export function timesEach(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = a[i]! * b[i]!;
  return out;
}

export function roots(w: Float64Array): Float64Array {
  const out = new Float64Array(w.length);
  for (let i = 0; i < w.length; i++) out[i] = Math.sqrt(w[i]!);
  return out;
}
