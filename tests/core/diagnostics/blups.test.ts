import { blups, pool, type Tau2Method, tau2Estimators } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";

const effects = effectsOf([0.1, 0.9, 0.4, 0.7], [0.02, 0.05, 0.01, 0.5]);

describe("predictions of the true effects", () => {
  test("lie between the study's own effect and the pooled one, nearer to the latter the larger its variance", () => {
    const fit = pool(effects);
    const { studies } = blups(fit);
    for (const { yi, estimate } of studies) {
      expect(estimate).toBeGreaterThanOrEqual(Math.min(yi, fit.estimate));
      expect(estimate).toBeLessThanOrEqual(Math.max(yi, fit.estimate));
    }
    const byVariance = [2, 0, 1, 3].map((i) => studies[i]!.shrinkage);
    expect(byVariance).toEqual([...byVariance].sort((a, b) => a - b));
  });

  test("weigh up to the pooled effect: Σ w (yi − prediction) = 0", () => {
    const { studies } = blups(pool(effects));
    const sum = studies.reduce((total, { yi, estimate }, i) => total + (yi - estimate) / effects[i]!.vi, 0);
    expect(sum).toBeCloseTo(0, 10);
  });

  test("are the pooled effect with its own interval where τ² is 0", () => {
    for (const interval of ["z", "HKSJ"] as const) {
      const fit = pool(effects, { tau2: "EE", interval });
      for (const { estimate, se, lower, upper, shrinkage } of blups(fit).studies) {
        const { ci } = fit;
        expect(shrinkage).toBe(1);
        expect([estimate, se, lower, upper]).toEqual([fit.estimate, ci.se, ci.lower, ci.upper]);
      }
    }
  });

  test("have the level and the degrees of freedom of the fit", () => {
    expect(blups(pool(effects, { level: 0.9 }))).toMatchObject({ measure: "SMD", level: 0.9, df: 3 });
    expect(blups(pool(effects, { interval: "z" })).df).toBeNull();
  });
});

test.each(Object.entries(edgeCases))("of %s are finite and frozen by every estimator", (_, list) => {
  for (const tau2 of Object.keys(tau2Estimators) as Tau2Method[])
    expect(faults(blups(pool(list, { tau2 })))).toEqual([]);
});
