import { expect, test } from "vitest";
import { byRows, gram } from "../../../packages/core/src/regression/gram.ts";

test.each([0, 1, 2, 3, 4, 5, 7, 8, 9, 11])("Q′DQ of %i columns is the sum over rows of every pair", (p) => {
  const k = 13;
  const Q = Array.from({ length: p }, (_, j) => Float64Array.from({ length: k }, (_, i) => Math.sin(1 + i * (j + 2))));
  const d = Float64Array.from({ length: k }, (_, i) => 0.2 + i / 7);
  const products = gram(byRows(Q), d);
  expect(products).toHaveLength(p * p);
  for (const [j, a] of Q.entries())
    for (const [m, b] of Q.entries())
      expect(products[j * p + m]).toBeCloseTo(
        d.reduce((sum, weight, i) => sum + weight * a[i]! * b[i]!, 0),
        12,
      );
});
