import { expect } from "vitest";

/** Synthetic effects of two studies: two outcomes at two times, and one outcome once. */
export const repeated = [
  { study: "A", measure: "SMD", yi: 0.3, vi: 0.04, outcome: "pain", week: 4 },
  { study: "A", measure: "SMD", yi: 0.2, vi: 0.09, outcome: "pain", week: 6 },
  { study: "B", measure: "SMD", yi: 0.5, vi: 0.02, outcome: "pain", week: 4 },
  { study: "A", measure: "SMD", yi: 0.1, vi: 0.16, outcome: "function", week: 4 },
  { study: "A", measure: "SMD", yi: 0.0, vi: 0.25, outcome: "function", week: 6 },
] as const;

/** Correlations of a block, its covariances over the standard errors. */
export function correlationsOf({ matrix }: { readonly matrix: readonly (readonly number[])[] }): number[][] {
  return matrix.map((row, i) => row.map((covariance, j) => covariance / Math.sqrt(matrix[i]![i]! * matrix[j]![j]!)));
}

export function expectCloseMatrix(got: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void {
  expect(got.map(({ length }) => length)).toEqual(expected.map(({ length }) => length));
  for (const [i, row] of expected.entries())
    for (const [j, value] of row.entries()) expect(got[i]![j], `row ${i}, column ${j}`).toBeCloseTo(value, 12);
}
