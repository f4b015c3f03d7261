import fc from "fast-check";
import { expect, test } from "vitest";
import { symmetricEigen } from "../../../packages/core/src/linear/symmetricEigen.ts";

const symmetric = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((numbers) => ({
    n,
    A: Float64Array.from({ length: n * n }, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      return numbers[Math.min(i, j) * n + Math.max(i, j)]!;
    }),
  })),
);

test("values and vectors make up the matrix again", () => {
  fc.assert(
    fc.property(symmetric, ({ n, A }) => {
      const { values, vectors } = symmetricEigen(A, n);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          const sum = vectors.reduce((all, vector, r) => all + values[r]! * vector[i]! * vector[j]!, 0);
          expect(Math.abs(sum - A[i * n + j]!)).toBeLessThan(1e-12 * n * 10);
        }
    }),
  );
});

test("vectors are orthonormal, values fall", () => {
  fc.assert(
    fc.property(symmetric, ({ n, A }) => {
      const { values, vectors } = symmetricEigen(A, n);
      for (const [i, one] of vectors.entries())
        for (const [j, other] of vectors.entries()) {
          const product = one.reduce((sum, each, r) => sum + each * other[r]!, 0);
          expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-13 * n);
        }
      expect(Array.from(values)).toEqual(Array.from(values).sort((a, b) => b - a));
    }),
  );
});

test("of a matrix with known eigenvalues", () => {
  const { values } = symmetricEigen(Float64Array.of(2, -1, 0, -1, 2, -1, 0, -1, 2), 3);
  expect(Array.from(values)).toEqual([2 + Math.SQRT2, 2, 2 - Math.SQRT2].map((each) => expect.closeTo(each, 14)));
  expect(Array.from(symmetricEigen(new Float64Array(4), 2).values)).toEqual([0, 0]);
});

test("small eigenvalues keep their digits where rows differ a million times in scale", () => {
  const scale = [1e6, 1, 1e-6];
  const C = [
    [1, 0.5, 0.2],
    [0.5, 1, 0.4],
    [0.2, 0.4, 1],
  ];
  const A = Float64Array.from({ length: 9 }, (_, at) => {
    const [i, j] = [Math.floor(at / 3), at % 3];
    return C[i]![j]! * scale[i]! * scale[j]!;
  });
  const { values } = symmetricEigen(A, 3);
  const determinant = 1 + 2 * 0.5 * 0.2 * 0.4 - 0.5 ** 2 - 0.2 ** 2 - 0.4 ** 2;
  expect((values[0]! * values[1]! * values[2]!) / determinant).toBeCloseTo(1, 12);
  expect(values[2]! / (determinant / (1 - 0.25)) / 1e-12).toBeCloseTo(1, 9);
});
