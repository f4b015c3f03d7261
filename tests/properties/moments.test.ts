import { type Effect, pool } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { effectLists } from "./effectLists.ts";
import { parts } from "./likelihood.ts";
import { expectNear } from "./near.ts";

/** Sum over the pairs of effects. */
function overPairs(effects: readonly Effect[], term: (a: Effect, b: Effect) => number): number {
  return effects.reduce((sum, a, i) => sum + effects.slice(i + 1).reduce((rest, b) => rest + term(a, b), 0), 0);
}

test("Q is the weighted sum of squared differences between the pairs", () => {
  fc.assert(
    fc.property(effectLists(), (effects) => {
      const sumW = effects.reduce((sum, { vi }) => sum + 1 / vi, 0);
      const Q = overPairs(effects, (a, b) => (a.yi - b.yi) ** 2 / (a.vi * b.vi)) / sumW;
      expectNear(pool(effects).heterogeneity.Q, Q);
    }),
  );
});

test("τ² by DL is the closed form, from pairs", () => {
  fc.assert(
    fc.property(effectLists(), (effects) => {
      const sumW = effects.reduce((sum, { vi }) => sum + 1 / vi, 0);
      const Q = overPairs(effects, (a, b) => (a.yi - b.yi) ** 2 / (a.vi * b.vi)) / sumW;
      const C = (2 * overPairs(effects, (a, b) => 1 / (a.vi * b.vi))) / sumW;
      const raw = (Q - (effects.length - 1)) / C;
      const { value, atBoundary } = pool(effects, { tau2: "DL" }).tau2;
      expectNear(value, Math.max(0, raw), { unit: effects.length / C });
      if (Math.abs(raw * C) > 1e-6) expect(atBoundary).toBe(raw < 0);
    }),
  );
});

test("τ² by DL of equal variances v is the variance of the effects less v", () => {
  fc.assert(
    fc.property(effectLists(), fc.constantFrom(0.01, 0.5, 4), (effects, vi) => {
      const equal = effects.map((effect) => ({ ...effect, vi }));
      const mean = equal.reduce((sum, { yi }) => sum + yi, 0) / equal.length;
      const variance = equal.reduce((sum, { yi }) => sum + (yi - mean) ** 2, 0) / (equal.length - 1);
      for (const tau2 of ["DL", "PM", "REML"] as const)
        expectNear(pool(equal, { tau2 }).tau2.value, Math.max(0, variance - vi), { unit: vi });
    }),
  );
});

test("τ² by PM is where bisection finds Q(τ²) = k − 1", () => {
  fc.assert(
    fc.property(effectLists(), (effects) => {
      const [y, v] = [effects.map(({ yi }) => yi), effects.map(({ vi }) => vi)];
      const excess = (tau2: number) => parts(y, v, tau2).q1 - (effects.length - 1);
      let [low, high] = [0, 1e6];
      for (let i = 0; i < 200; i++) {
        const middle = (low + high) / 2;
        if (excess(middle) > 0) low = middle;
        else high = middle;
      }
      const { value, atBoundary } = pool(effects, { tau2: "PM" }).tau2;
      if (Math.abs(excess(0)) > 1e-6) expect(atBoundary).toBe(excess(0) < 0);
      expectNear(value, low, { unit: 1e-3 * Math.min(...v), part: 1e-8 });
    }),
  );
});
