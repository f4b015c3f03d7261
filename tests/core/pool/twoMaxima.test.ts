import { pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

type Criterion = "ML" | "REML";

/** The profile log-likelihood of τ², without constants, from its formula. */
function profile(criterion: Criterion, y: readonly number[], v: readonly number[], tau2: number): number {
  const w = v.map((vi) => 1 / (vi + tau2));
  const sumW = w.reduce((sum, wi) => sum + wi, 0);
  const mean = w.reduce((sum, wi, i) => sum + wi * y[i]!, 0) / sumW;
  const deviance = w.reduce((sum, wi, i) => sum + wi * (y[i]! - mean) ** 2 - Math.log(wi), 0);
  return -0.5 * (deviance + (criterion === "REML" ? Math.log(sumW) : 0));
}

/** The τ² of every local maximum on a dense grid, 0 included, highest first. */
function maxima(criterion: Criterion, y: readonly number[], v: readonly number[]): readonly number[] {
  const grid = [0, ...Array.from({ length: 6000 }, (_, i) => 1e-6 * 1.005 ** i)];
  const value = grid.map((tau2) => profile(criterion, y, v, tau2));
  return grid
    .map((tau2, i) => ({
      tau2,
      value: value[i]!,
      isTop: value[i]! > (value[i - 1] ?? -Infinity) && value[i]! > value[i + 1]!,
    }))
    .filter(({ isTop }) => isTop)
    .sort((a, b) => b.value - a.value)
    .map(({ tau2 }) => tau2);
}

const cases: Readonly<Record<string, readonly [Criterion, readonly number[], readonly number[]]>> = {
  "REML, the lower higher": ["REML", [-0.13, 0.43, -27.1], [0.02, 0.02, 100]],
  "REML, the upper higher": ["REML", [-53.77, 0.5, -0.14, 72.37], [100, 0.02, 0.02, 300]],
  "REML, τ² = 0 the highest": ["REML", [-0.27, -0.38, -57.43], [0.02, 0.03, 300]],
  "ML, the lower higher": ["ML", [0.19, 3.47, 38.49, -26.94, 0.79], [0.01, 100, 100, 100, 0.03]],
  "ML, the upper higher": ["ML", [-2.32, -79.1, 43.13], [3, 200, 200]],
  "ML, three maxima": ["ML", [-0.21, 2.41, 1.71, -47.43, -35.71], [0.02, 2, 1, 200, 200]],
  "ML, the higher and the least between them within a factor of 2": [
    "ML",
    [3.103758672029148, -0.9275301159299326, 0.9694879157225705, -5.935887341533773, -50.083817367614714],
    [0.01947538174351863, 10.992579136049216, 0.038329001503054454, 1.4071056398995019, 157.448078398426],
  ],
};

describe.each(Object.entries(cases))("%s", (_, [criterion, y, v]) => {
  const found = maxima(criterion, y, v);
  const fit = pool(effectsOf(y, v), { tau2: criterion });

  test("has at least two maxima", () => expect(found.length).toBeGreaterThanOrEqual(2));

  test("gives the τ² of the highest", () => {
    if (found[0] === 0) expect(fit.tau2.value).toBe(0);
    else expect(fit.tau2.value / found[0]!).toBeCloseTo(1, 1);
    expect(fit.tau2.converged).toBe(true);
  });

  test("has no higher likelihood anywhere", () => {
    const atFit = profile(criterion, y, v, fit.tau2.value);
    for (const tau2 of found) expect(profile(criterion, y, v, tau2)).toBeLessThanOrEqual(atFit + 1e-9);
  });
});
