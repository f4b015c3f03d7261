export type Matrix = readonly (readonly number[])[];

const transpose = (A: Matrix): Matrix => A[0]!.map((_, j) => A.map((row) => row[j]!));

export const product = (A: Matrix, B: Matrix): Matrix => {
  const columns = transpose(B);
  return A.map((row) => columns.map((column) => row.reduce((sum, each, i) => sum + each * column[i]!, 0)));
};

/** By Gauss-Jordan elimination with pivots. */
export function inverse(A: Matrix): Matrix {
  const n = A.length;
  const rows = A.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let c = 0; c < n; c++) {
    const pivot = rows.reduce(
      (best, row, r) => (r >= c && Math.abs(row[c]!) > Math.abs(rows[best]![c]!) ? r : best),
      c,
    );
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    const own = rows[c]!;
    for (let r = 0; r < n; r++) {
      const factor = rows[r]![c]! / own[c]!;
      if (r !== c) rows[r] = rows[r]!.map((each, j) => each - factor * own[j]!);
    }
  }
  return rows.map((row, r) => row.slice(n).map((each) => each / row[r]!));
}

const column = (values: readonly number[]): Matrix => values.map((each) => [each]);
const values = (A: Matrix): readonly number[] => A.map(([each]) => each!);

/** (X′WX)⁻¹, the estimates and the weighted sum of squared residuals of generalised least squares. */
export function leastSquares(X: Matrix, y: readonly number[], W: Matrix) {
  const XW = product(transpose(X), W);
  const vcov = inverse(product(XW, X));
  const beta = values(product(vcov, product(XW, column(y))));
  const residuals = y.map((each, i) => each - X[i]!.reduce((sum, x, j) => sum + x * beta[j]!, 0));
  const [[Q]] = product([residuals], product(W, column(residuals))) as [[number]];
  return { beta, vcov, Q };
}

export const diagonal = (d: readonly number[]): Matrix => d.map((each, i) => d.map((_, j) => (i === j ? each : 0)));
