import { chiSquareQuantile, pool } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { effectLists } from "./effectLists.ts";
import { choices } from "./methods.ts";
import { expectNear } from "./near.ts";

const anyLists = effectLists({ minLength: 1 });

test("an interval contains its estimate, in its middle", () => {
  fc.assert(
    fc.property(anyLists, choices, (effects, options) => {
      const { estimate, ci, pi } = pool(effects, options);
      for (const { lower, upper } of [ci, ...(pi === null ? [] : [pi])]) {
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expectNear((lower + upper) / 2, estimate, { unit: upper - lower });
      }
    }),
  );
});

test("a higher level makes every interval wider", () => {
  const levels = fc.tuple(
    fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  );
  fc.assert(
    fc.property(anyLists, choices, levels, (effects, options, [a, b]) => {
      const low = pool(effects, { ...options, level: Math.min(a, b) });
      const high = pool(effects, { ...options, level: Math.max(a, b) });
      const pairs = [
        [low.ci, high.ci],
        [low.pi, high.pi],
        [low.tau2.ci, high.tau2.ci],
        [low.heterogeneity.I2Ci, high.heterogeneity.I2Ci],
      ];
      for (const [inner, outer] of pairs) {
        expect(inner === null).toBe(outer === null);
        if (!inner || !outer) continue;
        expect(outer.lower).toBeLessThanOrEqual(inner.lower);
        expect(outer.upper).toBeGreaterThanOrEqual(inner.upper);
      }
    }),
  );
});

test("an interval leaves out 0 where its p value is below 1 - level", () => {
  fc.assert(
    fc.property(anyLists, choices, (effects, options) => {
      const { ci } = pool(effects, { ...options, level: 0.9 });
      fc.pre(Math.abs(ci.p - 0.1) > 1e-9);
      expect(ci.lower > 0 || ci.upper < 0).toBe(ci.p < 0.1);
    }),
  );
});

test("at the limits of the Q-profile interval Q is at its quantiles", () => {
  fc.assert(
    fc.property(effectLists(), fc.constantFrom(0.8, 0.95, 0.99), (effects, level) => {
      const bounds = pool(effects, { level }).tau2.ci!;
      const Q = (tau2: number) => {
        const w = effects.map(({ vi }) => 1 / (vi + tau2));
        const sum = w.reduce((a, b) => a + b, 0);
        const mean = effects.reduce((a, { yi }, i) => a + w[i]! * yi, 0) / sum;
        return effects.reduce((a, { yi }, i) => a + w[i]! * (yi - mean) ** 2, 0);
      };
      const df = effects.length - 1;
      expect(bounds.lower).toBeLessThanOrEqual(bounds.upper);
      for (const [limit, p] of [
        [bounds.lower, (1 + level) / 2],
        [bounds.upper, (1 - level) / 2],
      ] as const) {
        const quantile = chiSquareQuantile(p, df);
        if (limit === 0) expect(Q(0)).toBeLessThanOrEqual(quantile * (1 + 1e-9));
        else expectNear(Q(limit), quantile, { part: 1e-6 });
      }
    }),
  );
});

test("a prediction interval is not narrower than the confidence interval of the same distribution", () => {
  const pairs = fc.constantFrom(
    { interval: "z", prediction: "z" } as const,
    { interval: "t", prediction: "t(k-1)" } as const,
    { interval: "HKSJ", prediction: "t(k-1)" } as const,
    { interval: "HKSJ-adhoc", prediction: "t(k-2)" } as const,
  );
  fc.assert(
    fc.property(
      effectLists({ minLength: 3 }),
      fc.constantFrom("DL", "PM", "REML", "ML"),
      pairs,
      (effects, tau2, pair) => {
        const { ci, pi } = pool(effects, { ...pair, tau2 });
        expect(pi!.lower).toBeLessThanOrEqual(ci.lower);
        expect(pi!.upper).toBeGreaterThanOrEqual(ci.upper);
      },
    ),
  );
});

test("HKSJ-adhoc is never narrower than HKSJ, nor than t", () => {
  fc.assert(
    fc.property(effectLists(), (effects) => {
      const seOf = (interval: "t" | "HKSJ" | "HKSJ-adhoc") => pool(effects, { interval }).ci.se;
      expect(seOf("HKSJ-adhoc")).toBe(Math.max(seOf("HKSJ"), seOf("t")));
    }),
  );
});

test("I² is a percentage, H² at least 1, and weights sum to 100", () => {
  fc.assert(
    fc.property(anyLists, choices, (effects, options) => {
      const { heterogeneity, studies } = pool(effects, options);
      const { I2, I2FromQ, I2Ci } = heterogeneity;
      for (const percent of [I2, I2FromQ, I2Ci?.lower ?? 0, I2Ci?.upper ?? 0]) {
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      }
      if (options.tau2 !== "EE") expect(heterogeneity.H2).toBeGreaterThanOrEqual(1);
      expectNear(
        studies.reduce((sum, { weight }) => sum + weight, 0),
        100,
        { part: 1e-12 },
      );
    }),
  );
});
