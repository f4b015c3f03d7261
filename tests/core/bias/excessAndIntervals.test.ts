import { excessSignificance, henmiCopas, normalQuantile, pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { excessTests } from "../../../packages/core/src/bias/excessSignificance/tests.ts";
import { effectsOf } from "../effectsOf.ts";

const effects = effectsOf([0.6, 0.5, 0.9, 0.2, 0.1, 0.8], [0.05, 0.04, 0.1, 0.01, 0.01, 0.12]);

describe("the test of excess significance", () => {
  test("sums over every set of significant studies", () => {
    const power = Float64Array.of(0.1, 0.5, 0.7, 0.9);
    const chance = (set: number) => power.reduce((product, each, i) => product * ((set >> i) & 1 ? each : 1 - each), 1);
    const size = (set: number) => [...set.toString(2)].filter((bit) => bit === "1").length;
    for (const observed of [0, 1, 2, 3, 4]) {
      const sum = Array.from({ length: 16 }, (_, set) => (size(set) >= observed ? chance(set) : 0)).reduce(
        (total, each) => total + each,
      );
      expect(excessTests.exact.p(observed, power)).toBeCloseTo(sum, 12);
    }
  });

  test.each(["exact", "binomial", "chi2"] as const)("by %s reaches its level at the limit", (id) => {
    const biased = effectsOf([0.4, 0.5, 0.45, 0.6, 0.5, 0.02], [0.03, 0.05, 0.04, 0.08, 0.05, 0.001]);
    const { limit } = excessSignificance(biased, { test: id });
    expect(excessSignificance(biased, { test: id, theta: limit! }).p).toBeCloseTo(0.1, 9);
  });

  test("has a power of α where there is no effect, and more with heterogeneity", () => {
    const none = excessSignificance(effects, { theta: 0 });
    expect(none.studies[0]!.power).toBeCloseTo(0.05, 12);
    expect(excessSignificance(effects, { theta: 0, tau2: "SJ" }).studies[0]!.power).toBeGreaterThan(0.05);
  });
});

describe("Henmi and Copas' interval", () => {
  test("is centred at the common-effect mean", () => {
    const { estimate } = pool(effects, { tau2: "EE", interval: "z" });
    expect(henmiCopas(effects).estimate).toBeCloseTo(estimate, 12);
  });

  test("grows with its level", () => {
    const width = (level: number) => henmiCopas(effects, { level }).critical;
    expect(width(0.99)).toBeGreaterThan(width(0.95));
    expect(width(0.95)).toBeGreaterThan(width(0.5));
  });

  test("without heterogeneity, and with it never estimated above 0, is narrower than z allows for τ² unknown", () => {
    const even = effectsOf([0.3, 0.31, 0.29, 0.3], [0.1, 0.2, 0.3, 0.4]);
    const { tau2, critical } = henmiCopas(even);
    expect(tau2).toBe(0);
    expect(critical).toBeLessThan(normalQuantile(0.975));
  });

  test("does not hang on units", () => {
    const larger = effects.map((effect) => ({ ...effect, yi: 1000 * effect.yi, vi: 1e6 * effect.vi }));
    expect(henmiCopas(larger).critical).toBeCloseTo(henmiCopas(effects).critical, 9);
  });

  test("refuses one study", () => {
    expect(() => henmiCopas(effects.slice(0, 1))).toThrow(expect.objectContaining({ code: "TOO_FEW_EFFECTS" }));
  });
});
