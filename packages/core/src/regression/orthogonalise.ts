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
 * What remains of a column beyond those before it, in parts of its length, below which it counts as their combination.
 */
const NEGLIGIBLE = 1e-7;

/**
 * QR decomposition of the columns of a design matrix, weighted, by Gram-Schmidt orthogonalisation, each column twice;
 * columns that follow from those before them are left out.
 *
 * Giraud, Langou & Rozložník 2005, Computers & Mathematics with Applications 50:1069-1075 ("twice is enough").
 */
export function orthogonalise(X: readonly Float64Array[], w: Float64Array): Basis {
  const Q: Float64Array[] = [];
  const R: Float64Array[] = [];
  const kept: number[] = [];
  for (const [place, column] of X.entries()) {
    const rest = column.map((x, i) => x * Math.sqrt(w[i]!));
    const size = Math.sqrt(dot(rest, rest));
    const shares = projectOut(Q, rest);
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > NEGLIGIBLE * size)) continue;
    Q.push(rest.map((each) => each / length));
    R.push(Float64Array.of(...shares, length));
    kept.push(place);
  }
  return { Q, R, kept };
}

/** Takes from a vector, in place, what lies along the basis, and returns how much that was. */
export function projectOut(Q: readonly Float64Array[], vector: Float64Array): Float64Array {
  const shares = new Float64Array(Q.length);
  for (let pass = 0; pass < 2; pass++) {
    for (const [j, q] of Q.entries()) {
      const share = dot(q, vector);
      shares[j]! += share;
      for (let i = 0; i < vector.length; i++) vector[i]! -= share * q[i]!;
    }
  }
  return shares;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
