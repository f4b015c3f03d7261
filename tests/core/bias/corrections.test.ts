import { biasTest, correctForBias, type Effect, limitMeta, pool } from "@acumeta/core";
import { expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

const effects = effectsOf([0.1, 0.4, 0.5, 0.9, 0.2, 0.35], [0.01, 0.04, 0.09, 0.16, 0.02, 0.05]);

test("PET is the limit of Egger's line, PEESE that on the variance", () => {
  for (const [method, predictor] of [
    ["PET", "sei"],
    ["PEESE", "vi"],
  ] as const) {
    const { limit } = biasTest(effects, { predictor });
    const { estimate, ci } = correctForBias(effects, { method });
    expect([estimate, ci.lower, ci.upper]).toEqual([limit!.estimate, limit!.lower, limit!.upper]);
  }
});

test("PET-PEESE is PEESE where PET finds an effect, else PET", () => {
  const large = effectsOf([1, 1.02, 1.1, 1.12, 1.05], [0.001, 0.002, 0.01, 0.02, 0.005]);
  expect(correctForBias(large).used).toBe("PEESE");
  expect(correctForBias(large).estimate).toBe(correctForBias(large, { method: "PEESE" }).estimate);
  expect(correctForBias(effects).used).toBe("PET");
});

test("UWLS is the inverse-variance mean, its standard error scaled by √(Q/(k − 1))", () => {
  const { estimate, se, heterogeneity } = pool(effects, { tau2: "EE", interval: "z" });
  const found = correctForBias(effects, { method: "UWLS" });
  expect(found.estimate).toBeCloseTo(estimate, 12);
  expect(found.se).toBeCloseTo(se * Math.sqrt(heterogeneity.Q / heterogeneity.df), 12);
});

test("WAAP-WLS rests on the adequately powered studies, or on all where fewer than two are", () => {
  const some = effectsOf([0.5, 0.6, 2, 2.5], [0.01, 0.02, 1, 1]);
  expect(correctForBias(some, { method: "WAAP-WLS" })).toMatchObject({ used: "WAAP-WLS", k: 2 });
  const none = effectsOf([0.5, 0.6, 0.4], [1, 1, 1]);
  expect(correctForBias(none, { method: "WAAP-WLS" })).toMatchObject({ used: "UWLS", k: 3 });
});

test("studies of one size leave PET with their mean, and it says so", () => {
  const even = effectsOf([0.1, 0.4, 0.7], [0.1, 0.1, 0.1]);
  const found = correctForBias(even, { method: "PET" });
  expect(found.estimate).toBeCloseTo(0.4, 12);
  expect(found).toMatchObject({ slope: null, df: 2 });
  expect(found.notes).toHaveLength(1);
});

test("without heterogeneity the limit meta-analysis is the line of a common effect", () => {
  const even = effectsOf([0.3, 0.32, 0.34, 0.31], [0.1, 0.2, 0.3, 0.4]);
  const { limit } = biasTest(even);
  const found = limitMeta(even);
  expect(found.tau2).toBe(0);
  expect(found.estimate).toBeCloseTo(limit!.estimate, 12);
  expect(found.limits.every(({ yi }) => Math.abs(yi - found.slope) < 1e-12)).toBe(true);
});

test("the heterogeneity due to small-study effects and the rest make the whole", () => {
  const { QSmall, QResidual } = limitMeta(effects);
  expect(QSmall.Q + QResidual.Q).toBeCloseTo(pool(effects).heterogeneity.Q, 10);
});

test.each([1, 1e6, 1e-6, 1e12])("a limit meta-analysis is the same in a unit of %d", (unit) => {
  const moved = (list: readonly Effect<"SMD">[]) =>
    list.map((effect) => ({ ...effect, yi: unit * effect.yi, vi: unit * unit * effect.vi }));
  const [one, other] = [limitMeta(effects), limitMeta(moved(effects))];
  expect(other.estimate / unit).toBeCloseTo(one.estimate, 9);
  expect(other.G2).toBeCloseTo(one.G2!, 9);
  const onLine = effectsOf([0.1, 0.2, 0.3, 0.4, 0.5], [0.01, 0.04, 0.09, 0.16, 0.25]);
  expect(limitMeta(moved(onLine))).toMatchObject({ tau2: 0, G2: 0 });
});

test("studies of one size have no limit", () => {
  expect(() => limitMeta(effectsOf([0.1, 0.4, 0.7], [0.1, 0.1, 0.1]))).toThrow(
    expect.objectContaining({ code: "SAME_PRECISION" }),
  );
});
