import {
  type IntervalMethod,
  intervals,
  leaveOneOut,
  type PooledEffect,
  type PoolOptions,
  type PredictionMethod,
  pool,
  predictions,
  type Tau2IntervalMethod,
  type Tau2Method,
  tau2Estimators,
  tau2Intervals,
} from "@acumeta/core";
import { beforeAll, describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";
import { faults } from "../faults.ts";

const estimators = Object.keys(tau2Estimators) as Tau2Method[];
const ofMean = Object.keys(intervals) as IntervalMethod[];
const ofPrediction = Object.keys(predictions) as PredictionMethod[];
const ofTau2 = Object.keys(tau2Intervals) as Tau2IntervalMethod[];
const levels = [1e-9, 0.5, 0.95, 1 - 1e-12];

/** Every pair of methods that have to do with each other, at every level. */
const methods: readonly PoolOptions[] = levels.flatMap((level) => [
  ...estimators.flatMap((tau2) => ofMean.map((interval) => ({ level, tau2, interval }))),
  ...estimators.flatMap((tau2) => ofTau2.map((tau2Interval) => ({ level, tau2, tau2Interval }))),
  ...ofMean.flatMap((interval) => ofPrediction.map((prediction) => ({ level, interval, prediction }))),
]);

describe.each(Object.entries(edgeCases))("every method, on %s", (_, effects) => {
  let fits: readonly PooledEffect[];
  beforeAll(() => {
    fits = methods.map((options) => pool(effects, options));
  });

  test("gives finite numbers, frozen, in every part of the result", () => {
    expect(fits.flatMap((fit) => faults(fit))).toEqual([]);
  });

  test("gives what JSON brings back", () => {
    for (const fit of fits) expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
  });

  test("converges", () => {
    expect(fits.filter(({ tau2 }) => !tau2.converged).map(({ choices }) => choices)).toEqual([]);
  });

  test("says which choices made it", () => {
    expect(fits.map(({ choices }) => choices)).toMatchObject(methods);
  });

  test("orders its bounds around its estimates", () => {
    for (const { estimate, ci, pi, tau2, heterogeneity } of fits) {
      for (const { lower, upper } of [ci, ...(pi === null ? [] : [pi])]) {
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
      }
      for (const bounds of [tau2.ci, heterogeneity.I2Ci, heterogeneity.H2Ci])
        if (bounds !== null) expect(bounds.lower).toBeLessThanOrEqual(bounds.upper);
    }
  });

  test("gives weights that are percentages", () => {
    for (const { studies } of fits) expect(studies.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 9);
  });
});

const severalStudies = Object.entries(edgeCases).filter(([, effects]) => effects.length > 1);

test.each(severalStudies)("every method leaves out one after another of %s", (_, effects) => {
  expect(methods.flatMap((options) => faults(leaveOneOut(effects, options)))).toEqual([]);
});

test("neither pooling nor leaving out changes the effects it is given", () => {
  const effects = structuredClone(edgeCases["two studies"]!).map((effect) => ({ ...effect, arms: [effect.study] }));
  const before = structuredClone(effects);
  pool(effects);
  leaveOneOut(effects);
  expect(effects).toEqual(before);
  expect(Object.isFrozen(effects[0]!.arms)).toBe(false);
});
