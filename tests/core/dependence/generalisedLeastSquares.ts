import type { SamplingBlock } from "@acumeta/core";

type Matrix = readonly (readonly number[])[];

/** β = (X′V⁻¹X)⁻¹X′V⁻¹y by plain elimination, to compare with. */
export function generalisedLeastSquares(y: readonly number[], X: Matrix, V: readonly SamplingBlock[]) {
  const p = X[0]!.length;
  const information = Array.from({ length: p }, () => new Array<number>(p).fill(0));
  const score = new Array<number>(p).fill(0);
  for (const { rows, matrix } of V) {
    const weights = inverse(matrix);
    for (const [a, i] of rows.entries())
      for (const [b, j] of rows.entries())
        for (let s = 0; s < p; s++) {
          score[s]! += X[i]![s]! * weights[a]![b]! * y[j]!;
          for (let t = 0; t < p; t++) information[s]![t]! += X[i]![s]! * weights[a]![b]! * X[j]![t]!;
        }
  }
  const vcov = inverse(information);
  return { beta: vcov.map((row) => row.reduce((sum, each, s) => sum + each * score[s]!, 0)), vcov };
}

function inverse(A: Matrix): number[][] {
  const n = A.length;
  const rows = A.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let i = 0; i < n; i++) {
    const pivot = rows[i]![i]!;
    rows[i] = rows[i]!.map((value) => value / pivot);
    for (let k = 0; k < n; k++) {
      const factor = rows[k]![i]!;
      if (k !== i) rows[k] = rows[k]!.map((value, j) => value - factor * rows[i]![j]!);
    }
  }
  return rows.map((row) => row.slice(n));
}
