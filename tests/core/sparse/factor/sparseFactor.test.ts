import fc from "fast-check";
import { expect, it } from "vitest";
import { denseFactor } from "../../../../packages/core/src/sparse/factor/denseFactor.ts";
import { eliminationOf } from "../../../../packages/core/src/sparse/factor/elimination.ts";
import { sparseFactor } from "../../../../packages/core/src/sparse/factor/sparseFactor.ts";
import { sparseGram } from "../../../../packages/core/src/sparse/products.ts";
import { type SparseRow, sparseDesign } from "../../../../packages/core/src/sparse/sparseDesign.ts";
import { expectNear } from "../../../properties/near.ts";

interface Edge {
  readonly a: number;
  readonly b: number;
  readonly w: number;
}

/** Comparisons of p columns with each other, and of each with a reference that has no column. */
const edges = (p: number) =>
  fc.array(
    fc.record({
      a: fc.nat(p - 1),
      b: fc.nat(p - 1),
      w: fc.double({ min: 0.01, max: 100, noNaN: true }),
    }),
    { maxLength: 2 * p },
  );
const networks = fc.integer({ min: 1, max: 12 }).chain((p) => fc.record({ p: fc.constant(p), list: edges(p) }));

function matrixOf(p: number, list: readonly Edge[]) {
  const own = Array.from({ length: p }, (_, column): SparseRow => [[column, 1]]);
  const between = list
    .filter(({ a, b }) => a !== b)
    .map(
      ({ a, b }): SparseRow => [
        [a, 1],
        [b, -1],
      ],
    );
  const w = [...own.map(() => 1), ...list.filter(({ a, b }) => a !== b).map((edge) => edge.w)];
  const design = sparseDesign(
    p,
    [...own, ...between].map((x) => ({ x, y: 0, v: 1 })),
  );
  return { design, A: sparseGram(design, Float64Array.from(w)) };
}

it("solves, inverts and takes the determinant as the full factor does", () => {
  fc.assert(
    fc.property(networks, ({ p, list }) => {
      const { design, A } = matrixOf(p, list);
      const elimination = eliminationOf(design);
      fc.pre(elimination !== null);
      const [sparse, dense] = [sparseFactor(A, elimination!)!, denseFactor(A, p)!];
      expectNear(sparse.logDeterminant(), dense.logDeterminant(), { unit: 1, part: 1e-12 });
      const full = dense.inverse();
      const largest = Math.max(...full);
      const b = Float64Array.from({ length: p }, (_, i) => Math.sin(i + 1));
      const right = dense.solve(b);
      for (const [i, x] of sparse.solve(b).entries()) expectNear(x, right[i]!, { unit: 1, part: 1e-11 });
      const within = sparse.inverseWithinRows();
      for (let place = 0; place < p * p; place++) {
        if (A[place] !== 0) expectNear(within[place]!, full[place]!, { unit: largest, part: 1e-11 });
      }
      for (const [place, x] of sparse.inverse().entries()) expectNear(x, full[place]!, { unit: largest, part: 1e-11 });
    }),
  );
});

it("fills nothing in along a path or around a star", () => {
  const path = Array.from({ length: 199 }, (_, i) => ({ a: i, b: i + 1, w: 1 }));
  const star = Array.from({ length: 199 }, (_, i) => ({ a: 0, b: i + 1, w: 1 }));
  for (const list of [path, star]) {
    const { below } = eliminationOf(matrixOf(200, list).design)!;
    expect(below.reduce((sum, places) => sum + places.length, 0)).toBe(199);
  }
});

it("is not used where the factor is as good as full", () => {
  const all = Array.from({ length: 40 }, (_, a) => Array.from({ length: a }, (__, b) => ({ a, b, w: 1 }))).flat();
  expect(eliminationOf(matrixOf(40, all).design)).toBeNull();
});

it("is refused to what is not positive definite", () => {
  const { design } = matrixOf(3, [{ a: 0, b: 1, w: 1 }]);
  const laplacian = Float64Array.of(1, -1, 0, -1, 1, 0, 0, 0, 1);
  expect(sparseFactor(laplacian, eliminationOf(design)!)).toBeNull();
  expect(denseFactor(laplacian, 3)).toBeNull();
});
