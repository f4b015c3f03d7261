import type { LinearModel } from "@acumeta/core";

/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

export const transpose = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));

export const product = (...matrices: readonly Matrix[]): Matrix =>
  matrices.reduce((A, B) => A.map((row) => B[0]!.map((_, j) => row.reduce((sum, a, m) => sum + a * B[m]![j]!, 0))));

const plus = (A: Matrix, B: Matrix, share = 1): Matrix => A.map((row, i) => row.map((a, j) => a + share * B[i]![j]!));

const diagonal = (n: number): Matrix =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_x, j) => +(i === j)));

/** By Gauss-Jordan elimination. */
export function inverse(A: Matrix): Matrix {
  const n = A.length;
  const work = A.map((row, i) => [...row, ...diagonal(n)[i]!]);
  for (let i = 0; i < n; i++) {
    let best = i;
    for (let r = i; r < n; r++) if (Math.abs(work[r]![i]!) > Math.abs(work[best]![i]!)) best = r;
    [work[i], work[best]] = [work[best]!, work[i]!];
    const pivot = work[i]![i]!;
    work[i] = work[i]!.map((each) => each / pivot);
    for (let r = 0; r < n; r++) {
      const share = work[r]![i]!;
      if (r !== i) work[r] = work[r]!.map((each, j) => each - share * work[i]![j]!);
    }
  }
  return work.map((row) => row.slice(n));
}

/** A^(−½) of a positive definite matrix by the iteration of Denman & Beavers 1976, Applied Mathematics and Computation 2:63-94. */
function inverseRoot(A: Matrix): Matrix {
  let Y = A;
  let Z = diagonal(A.length);
  for (let i = 0; i < 60; i++) {
    const [nextY, nextZ] = [plus(Y, inverse(Z)), plus(Z, inverse(Y))];
    Y = nextY.map((row) => row.map((each) => each / 2));
    Z = nextZ.map((row) => row.map((each) => each / 2));
  }
  return Z;
}

/** Upper triangle D of A = DᵀD. */
function upperCholesky(A: Matrix): Matrix {
  const n = A.length;
  const D = A.map((row) => row.map(() => 0));
  for (let j = 0; j < n; j++)
    for (let i = 0; i <= j; i++) {
      let sum = A[i]![j]!;
      for (let m = 0; m < i; m++) sum -= D[m]![i]! * D[m]![j]!;
      D[i]![j] = i === j ? Math.sqrt(sum) : sum / D[i]![i]!;
    }
  return D;
}

/** A sandwich by its definition, with matrices of all rows at once. */
export interface Dense {
  readonly beta: readonly number[];
  readonly vcov: Matrix;
  /** Σᵢⱼ over pairs of clusters: covariances of gᵢᵀe and gⱼᵀe where the working model holds. */
  readonly scoreCovariance: (C: Matrix) => readonly (readonly Matrix[])[];
}

/**
 * The robust covariance M Σ XᵢᵀWᵢAᵢeᵢeᵢᵀAᵢᵀWᵢXᵢ M with A = I or, for CR2, A = Dᵀ(D(Φᵢ − XᵢMXᵢᵀ)Dᵀ)^(−½)D.
 */
export function dense({ X, y, blocks }: LinearModel, cluster: readonly string[], type: "CR0" | "CR2"): Dense {
  const k = y.length;
  const phi = Array.from({ length: k }, () => new Array<number>(k).fill(0));
  for (const { rows, matrix } of blocks)
    for (let a = 0; a < rows.length; a++)
      for (let b = 0; b < rows.length; b++) phi[rows[a]!]![rows[b]!] = matrix[a * rows.length + b]!;
  const x = transpose(X.map((column) => Array.from(column)));
  const W = inverse(phi);
  const M = inverse(product(transpose(x), W, x));
  const toBeta = product(M, transpose(x), W);
  const beta = product(
    toBeta,
    Array.from(y, (each) => [each]),
  );
  const e = plus(
    Array.from(y, (each) => [each]),
    product(x, beta),
    -1,
  );
  const residualCovariance = plus(phi, product(x, M, transpose(x)), -1);
  const sides = [...new Set(cluster)].map((label) => {
    const rows = cluster.flatMap((each, row) => (each === label ? [row] : []));
    const part = (A: Matrix) => rows.map((i) => rows.map((j) => A[i]![j]!));
    const WX = product(
      part(W),
      rows.map((row) => x[row]!),
    );
    if (type === "CR0") return { rows, G: WX };
    const D = upperCholesky(part(phi));
    const B = product(D, part(residualCovariance), transpose(D));
    return { rows, G: product(transpose(D), inverseRoot(B), D, WX) };
  });
  const scores = sides.map(({ rows, G }) =>
    product(
      M,
      transpose(G),
      rows.map((row) => e[row]!),
    ),
  );
  const vcov = scores.map((score) => product(score, transpose(score))).reduce((A, B) => plus(A, B));
  const scoreCovariance = (C: Matrix) =>
    sides.map((one) =>
      sides.map((other) => {
        const between = one.rows.map((i) => other.rows.map((j) => residualCovariance[i]![j]!));
        return product(C, M, transpose(one.G), between, other.G, M, transpose(C));
      }),
    );
  return { beta: beta.map(([each]) => each!), vcov, scoreCovariance };
}
