import { describe, expect, test } from "vitest";
import { profileSums } from "../../../packages/core/src/regression/profileSums.ts";
import { solveQE } from "../../../packages/core/src/regression/solveQE.ts";
import { weightedLeastSquares } from "../../../packages/core/src/regression/weightedLeastSquares.ts";
import { weightsAt } from "../../../packages/core/src/regression/weights.ts";

const k = 12;
const column = (of: (i: number) => number) => Float64Array.from({ length: k }, (_, i) => of(i));
const design = {
  X: [column(() => 1), column((i) => Math.sin(i)), column((i) => (i % 3 === 0 ? 1 : 0))],
  y: column((i) => Math.cos(3 * i)),
  v: column((i) => 0.001 * 4 ** (i % 5)),
};

describe("QE(τ²) reaches a target at the same τ² wherever the search begins", () => {
  test.each([0.5, 5, 9, 100])("%f", (target) => {
    const at = profileSums(design);
    const { tau2 } = solveQE(at, target);
    expect(at(tau2).q1).toBeCloseTo(target, 8);
    for (const from of [0.01 * tau2, 0.9 * tau2, 1.1 * tau2, 30 * tau2, 1e5 * tau2]) {
      const found = solveQE(at, target, from);
      expect(found.converged).toBe(true);
      expect(Math.abs(found.tau2 - tau2)).toBeLessThan(1e-9 * tau2);
    }
  });

  test("that is 0 where QE(0) is lower, from above too", () => {
    expect(solveQE(profileSums(design), 1e6, 0.3)).toMatchObject({ tau2: 0, converged: true });
  });
});

test.each([0, 1e-4, 0.05, 3, 1e6])("the least squares at τ² = %f are those of a decomposition of its own", (tau2) => {
  const found = profileSums(design)(tau2).fit();
  const expected = weightedLeastSquares(design.X, design.y, weightsAt(design.v, tau2));
  for (const part of ["beta", "vcov", "residuals"] as const)
    for (const [i, each] of expected[part].entries())
      expect(Math.abs(found[part][i]! - each)).toBeLessThan(1e-9 * Math.max(...expected[part].map(Math.abs)));
  expect(Math.abs(found.QE - expected.QE)).toBeLessThan(1e-11 * expected.QE);
});
