import { pool, type Tau2Method, tau2Estimators } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";

const methods = Object.keys(tau2Estimators) as Tau2Method[];
const y = [0.31, -0.12, 0.45, 0.02, 0.77];
const v = [0.01, 0.02, 0.005, 0.04, 0.03];

describe.each(methods)("by %s", (tau2) => {
  test.each([1e-9, 1e-6, 1e6, 1e9])("a change of unit by %f changes τ² by its square and I² not at all", (unit) => {
    const one = pool(effectsOf(y, v), { tau2 });
    const other = pool(
      effectsOf(
        y.map((yi) => unit * yi),
        v.map((vi) => unit ** 2 * vi),
      ),
      { tau2 },
    );
    expect(other.tau2.value / unit ** 2).toBeCloseTo(one.tau2.value, 9);
    expect(other.estimate / unit).toBeCloseTo(one.estimate, 9);
    expect(other.heterogeneity.I2).toBeCloseTo(one.heterogeneity.I2, 6);
    expect(other.ci.p).toBeCloseTo(one.ci.p, 9);
  });

  test("one study that outweighs all gives the common-effect mean, or with τ² far above its variance equal weights", () => {
    const fit = pool(edgeCases["one study that outweighs all"]!, { tau2 });
    if (fit.tau2.value < 1e-20) expect(fit.estimate).toBe(0.31);
    else expect(fit.studies.every(({ weight }) => weight < 100)).toBe(true);
    expect(fit.tau2.converged).toBe(true);
  });

  test("far from zero the mean keeps its digits", () => {
    const far = effectsOf(
      y.map((yi) => yi + 2 ** 30),
      v,
    );
    const near = effectsOf(
      y.map((yi) => yi + 2 ** 30 - 2 ** 30),
      v,
    );
    const [one, other] = [pool(far, { tau2 }), pool(near, { tau2 })];
    expect(one.estimate - 2 ** 30).toBeCloseTo(other.estimate, 6);
    expect(one.tau2.value).toBeCloseTo(other.tau2.value, 9);
  });
});

test.each(["DL", "PM", "REML", "ML"] as const)("τ² by %s is 0 where the effects lie closer than chance", (method) => {
  const { tau2, heterogeneity } = pool(edgeCases["effects closer together than chance"]!, { tau2: method });
  expect(tau2).toMatchObject({ value: 0, atBoundary: true });
  expect(heterogeneity.I2).toBe(0);
});

test("the boundary is where Q is its expectation, for the moment estimators", () => {
  const d = Math.sqrt(2 * 0.04);
  for (const tau2 of ["DL", "PM"] as const) {
    expect(pool(effectsOf([0, d * (1 + 1e-9)], [0.04, 0.04]), { tau2 }).tau2).toMatchObject({ atBoundary: false });
    expect(pool(effectsOf([0, d * (1 - 1e-9)], [0.04, 0.04]), { tau2 }).tau2).toMatchObject({
      atBoundary: true,
      value: 0,
    });
  }
});

test("I² never rounds beyond 100 %", () => {
  for (const vi of [1e-20, 1e-25, 1e-30, 1e-40])
    for (const tau2 of methods) {
      const { I2, I2FromQ, I2Ci } = pool(effectsOf([0.337, -0.265, 0.481, 0.361], [vi, vi, vi, vi]), {
        tau2,
      }).heterogeneity;
      for (const percent of [I2, I2FromQ, I2Ci?.upper ?? 0]) expect(percent).toBeLessThanOrEqual(100);
    }
});
