import { pool, type Tau2Method, tau2Estimators } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { mixedEffectsRegression } from "../../../packages/core/src/regression/mixedEffects.ts";
import { mixedSums } from "../../../packages/core/src/regression/mixedSums.ts";
import { residualTau2Estimators } from "../../../packages/core/src/regression/residualTau2/index.ts";
import { coefficientOf, weightedLeastSquares } from "../../../packages/core/src/regression/weightedLeastSquares.ts";
import { effectsOf } from "../effectsOf.ts";

const y = Float64Array.of(0.31, -0.12, 0.45, 0.02, 0.77, 0.6, -0.4);
const v = Float64Array.of(0.02, 0.03, 0.1, 0.01, 0.2, 0.05, 0.04);
const x = Float64Array.of(3, 1, 4, 1, 5, 9, 2);
const ones = new Float64Array(7).fill(1);
const w = v.map((variance) => 1 / variance);

describe("weighted least squares", () => {
  test("leaves residuals that no column explains any more", () => {
    const { beta } = weightedLeastSquares([ones, x], y, w);
    const rest = y.map((each, i) => each - beta[0]! - beta[1]! * x[i]!);
    for (const column of [ones, x])
      expect(column.reduce((sum, each, i) => sum + each * w[i]! * rest[i]!, 0)).toBeCloseTo(0, 10);
  });

  test("gives a column that follows from others no coefficient, and the others those they have without it", () => {
    const twice = x.map((each) => 2 * each - 1);
    const fit = weightedLeastSquares([ones, x, twice], y, w);
    const without = weightedLeastSquares([ones, x], y, w);
    expect(coefficientOf(fit, 2)).toBeNull();
    expect(fit.beta).toEqual(without.beta);
    expect(fit.df).toBe(5);
  });

  test("keeps its digits where a predictor hardly varies", () => {
    const far = x.map((each) => 1e6 + each);
    const slope = coefficientOf(weightedLeastSquares([ones, x], y, w), 1)!;
    const shifted = coefficientOf(weightedLeastSquares([ones, far], y, w), 1)!;
    expect(shifted.value).toBeCloseTo(slope.value, 8);
    expect(shifted.variance).toBeCloseTo(slope.variance, 8);
  });
});

test.each(Object.keys(tau2Estimators) as Tau2Method[])("%s of an intercept alone is that of a mean", (tau2) => {
  const fit = mixedEffectsRegression({ X: [ones], y, v }, residualTau2Estimators[tau2]);
  const mean = pool(effectsOf([...y], [...v]), { tau2, interval: "z" });
  expect(fit.tau2.value).toBeCloseTo(mean.tau2.value, 10);
  expect(fit.fit.beta[0]).toBeCloseTo(mean.estimate, 10);
  expect(Math.sqrt(fit.fit.vcov[0]!)).toBeCloseTo(mean.ci.se, 10);
});

test.each(["ML", "REML"] as const)("%s is higher at its τ² than at any other", (id) => {
  const design = { X: [ones, x], y, v: v.map((variance) => variance / 4) };
  const height = (tau2: number) => {
    const { halfLogW, halfLogXWX, q1 } = mixedSums(design, tau2);
    return halfLogW - 0.5 * q1 - (id === "REML" ? halfLogXWX : 0);
  };
  const { value } = residualTau2Estimators[id].compute(design);
  expect(value).toBeGreaterThan(0);
  for (const factor of [0, 0.01, 0.5, 0.99, 0.9999, 1.0001, 1.01, 2, 100])
    expect(height(value)).toBeGreaterThan(height(factor * value));
});

test("the traces of P are those of its matrix", () => {
  const { trP, trPP } = mixedSums({ X: [ones, x], y, v }, 0.1);
  const columns = Array.from({ length: 7 }, (_, j) => {
    const unit = new Float64Array(7);
    unit[j] = 1;
    const weights = v.map((variance) => 1 / (variance + 0.1));
    const { residuals } = weightedLeastSquares([ones, x], unit, weights);
    return residuals.map((each, i) => each * Math.sqrt(weights[i]!));
  });
  expect(trP).toBeCloseTo(
    columns.reduce((sum, column, j) => sum + column[j]!, 0),
    10,
  );
  expect(trPP).toBeCloseTo(
    columns.flatMap((column) => [...column]).reduce((sum, each) => sum + each * each, 0),
    8,
  );
});

test("a regression without degrees of freedom has no τ² to estimate", () => {
  const two = { X: [ones.subarray(0, 2), x.subarray(0, 2)], y: y.subarray(0, 2), v: v.subarray(0, 2) };
  expect(mixedEffectsRegression(two, residualTau2Estimators.REML).tau2).toMatchObject({ value: 0, atBoundary: false });
});
