import { pool } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

describe("one study", () => {
  const fit = pool(effectsOf([0.4], [0.04]));

  test("is its own result, with the interval by z", () => {
    expect(fit).toMatchObject({ k: 1, estimate: 0.4, se: 0.2 });
    expect(fit.ci).toMatchObject({ method: "z", df: null });
    expect(fit.ci.lower).toBeCloseTo(0.4 - 1.959964 * 0.2, 6);
  });

  test("tells nothing of heterogeneity", () => {
    expect(fit.tau2).toMatchObject({ value: 0, se: null, ci: null, atBoundary: false, converged: true });
    expect(fit.heterogeneity).toMatchObject({ Q: 0, df: 0, p: 1, I2: 0, typicalVariance: null });
    expect(fit.fit.REML).toBeNull();
  });

  test("predicts nothing, and says why", () => {
    expect(fit.pi).toBeNull();
    expect(fit.predictionNote).toBe("A prediction interval by t(k-1) needs 2 studies.");
  });

  test("carries a warning that names the interval that was asked for", () => {
    expect(fit.warnings.map(({ code }) => code)).toEqual(["SINGLE_STUDY"]);
    expect(fit.warnings[0]!.message).toContain('in place of "HKSJ"');
    expect(pool(effectsOf([0.4], [0.04]), { interval: "z" }).warnings[0]!.message).not.toContain("in place of");
  });
});

describe("two studies", () => {
  const fit = pool(effectsOf([0.1, 0.7], [0.02, 0.02]));

  test("of one variance v give τ² = (y₁ − y₂)²/2 − v", () => {
    expect(fit.tau2.value).toBeCloseTo(0.36 / 2 - 0.02, 10);
    expect(fit.estimate).toBeCloseTo(0.4, 12);
  });

  test("have an interval with 1 degree of freedom", () => {
    expect(fit.ci).toMatchObject({ method: "HKSJ", df: 1 });
    expect(fit.ci.upper).toBeCloseTo(0.4 + 12.706204736 * 0.3, 6);
  });

  test("have too few for t(k-2)", () => {
    const { pi, predictionNote } = pool(effectsOf([0.1, 0.7], [0.02, 0.02]), { prediction: "t(k-2)" });
    expect(pi).toBeNull();
    expect(predictionNote).toContain("needs 3 studies");
  });
});

describe("effects that are all the same", () => {
  const same = effectsOf([0.3, 0.3, 0.3], [0.01, 0.02, 0.04]);

  test("have no heterogeneity, at the boundary", () => {
    const { tau2, heterogeneity } = pool(same);
    expect(tau2).toMatchObject({ value: 0, atBoundary: true, converged: true });
    expect(tau2.ci).toMatchObject({ lower: 0, upper: 0 });
    expect(heterogeneity).toMatchObject({ Q: 0, p: 1, I2: 0, H2: 1 });
  });

  test("make the Hartung-Knapp interval a point, which is warned of", () => {
    const { ci, warnings } = pool(same);
    expect(ci).toMatchObject({ lower: 0.3, upper: 0.3, se: 0, statistic: null, p: 0 });
    expect(warnings.map(({ code }) => code)).toEqual(["ZERO_SPREAD"]);
  });

  test("keep a width by HKSJ-adhoc and by z", () => {
    for (const interval of ["HKSJ-adhoc", "z", "t"] as const) {
      const { ci, se, warnings } = pool(same, { interval });
      expect(ci.se).toBeCloseTo(se, 15);
      expect(warnings).toEqual([]);
    }
  });

  test("of 0 are no evidence against 0", () => {
    expect(pool(effectsOf([0, 0], [0.1, 0.1])).ci).toMatchObject({ p: 1, statistic: null });
  });
});

test("a common-effect model has no prediction interval and no interval of τ²", () => {
  const fit = pool(effectsOf([0.1, 0.5, 0.3], [0.02, 0.05, 0.01]), { tau2: "EE" });
  expect(fit.tau2).toMatchObject({ value: 0, se: null, ci: null, atBoundary: false });
  expect(fit.pi).toBeNull();
  expect(fit.predictionNote).toContain("nothing to predict");
  expect(fit.heterogeneity.I2Ci).toBeNull();
});

test("the number of patients is known where every study gives its own", () => {
  const [first, second] = effectsOf([0.1, 0.5], [0.02, 0.05]);
  expect(
    pool([
      { ...first!, n: 40 },
      { ...second!, n: 25 },
    ]).n,
  ).toBe(65);
  expect(pool([{ ...first!, n: 40 }, second!]).n).toBeNull();
});
