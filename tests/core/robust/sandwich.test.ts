import { type LinearModel, type RobustAdjustmentId, robust, robustAdjustments } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";
import { randomModel } from "./randomModel.ts";
import { dense, inverse, type Matrix, product, transpose } from "./referee.ts";

const shapes = [
  { clusters: 12, rows: 5, coefficients: 4, seed: 1 },
  { clusters: 8, rows: 7, coefficients: 2, seed: 2 },
  { clusters: 20, rows: 3, coefficients: 1, seed: 3 },
  { clusters: 15, rows: 1, coefficients: 3, seed: 4 },
];

describe.each(shapes)("a model of $clusters clusters of up to $rows rows and $coefficients coefficients", (shape) => {
  const { model, cluster } = randomModel(shape);
  const p = shape.coefficients;

  test.each(["CR0", "CR2"] as const)("has the covariance %s of the definition with full matrices", (type) => {
    const fit = robust(model, { cluster, type });
    const expected = dense(model, cluster, type);
    for (const [j, { estimate }] of fit.coefficients.entries()) expect(estimate).toBeCloseTo(expected.beta[j]!, 10);
    expectMatrix(fit.vcov, expected.vcov);
  });

  test.each(["CR0", "CR2"] as const)("has the degrees of freedom of %s that all pairs of clusters give", (type) => {
    const { coefficients } = robust(model, { cluster, type });
    const { scoreCovariance } = dense(model, cluster, type);
    for (const [j, { ci }] of coefficients.entries()) {
      const P = scoreCovariance([Array.from({ length: p }, (_, i) => (i === j ? 1 : 0))]).map((row) =>
        row.map((between) => between[0]![0]!),
      );
      const mean = P.reduce((sum, row, i) => sum + row[i]!, 0);
      const squares = P.flat().reduce((sum, each) => sum + each ** 2, 0);
      expect(ci!.df! / (mean ** 2 / squares)).toBeCloseTo(1, 9);
      expect(ci!.df).toBeGreaterThanOrEqual(1);
      expect(ci!.df).toBeLessThanOrEqual(shape.clusters);
    }
  });

  test("multiplies CR0 in the other adjustments", () => {
    const variance = (type: RobustAdjustmentId) => robust(model, { cluster, type }).vcov[0]![0]!;
    const [m, k] = [shape.clusters, model.y.length];
    expect(variance("CR1") / variance("CR0")).toBeCloseTo(m / (m - 1), 10);
    expect(variance("CR1p") / variance("CR0")).toBeCloseTo(m / (m - p), 10);
    expect(variance("CR1S") / variance("CR0")).toBeCloseTo((m * (k - 1)) / ((m - 1) * (k - p)), 10);
  });

  test("is finite and frozen by every adjustment and test", () => {
    for (const type of Object.keys(robustAdjustments) as RobustAdjustmentId[])
      for (const test of ["z", "naive-t", "naive-tp", "Satterthwaite"] as const)
        expect(faults(robust(model, { cluster, type, test }))).toEqual([]);
  });
});

/** Rows that the fit takes as independent and of variance 1: ordinary least squares. */
function ordinary(X: readonly (readonly number[])[], y: readonly number[]): LinearModel {
  return { names: X.map((_, j) => `x${j}`), X, y, blocks: y.map((_, row) => ({ rows: [row], matrix: [1] })) };
}

describe("one row in each cluster", () => {
  const { model } = randomModel({ clusters: 20, rows: 1, coefficients: 3, seed: 5 });
  const X = model.X.map((column) => Array.from(column));
  const y = Array.from(model.y);
  const rows = transpose(X);
  const M = inverse(product(X, rows));
  const hat = product(rows, M, X);
  const residuals = y.map((each, i) => each - hat[i]!.reduce((sum, share, j) => sum + share * y[j]!, 0));
  const meat = (weight: (i: number) => number): Matrix =>
    product(
      M,
      X.map((column) => column.map((x, i) => x * residuals[i]! ** 2 * weight(i))),
      rows,
      M,
    );
  const cluster = y.map((_, i) => i);

  test("makes CR0 White's HC0", () => {
    expectMatrix(
      robust(ordinary(X, y), { cluster, type: "CR0" }).vcov,
      meat(() => 1),
    );
  });

  test("makes CR2 HC2, which divides squared residuals by 1 − leverage", () => {
    expectMatrix(
      robust(ordinary(X, y), { cluster, type: "CR2" }).vcov,
      meat((i) => 1 / (1 - hat[i]![i]!)),
    );
  });
});

test("CR2 of a mean of equal clusters is the variance of their means, with a degree of freedom less than clusters", () => {
  const y = [1, 2, 3, 5, 4, 9, 0, 1];
  const { coefficients } = robust(ordinary([y.map(() => 1)], y), { cluster: [1, 1, 2, 2, 3, 3, 4, 4] });
  const means = [1.5, 4, 6.5, 0.5];
  const mean = means.reduce((sum, each) => sum + each, 0) / 4;
  const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 3;
  expect(coefficients[0]!.ci!.se).toBeCloseTo(Math.sqrt(variance / 4), 12);
  expect(coefficients[0]!.ci!.df).toBeCloseTo(3, 12);
});

describe("a coefficient that leans on one cluster", () => {
  const y = [1, 2, 3, 5, 4, 9, 0, 1];
  const cluster = ["a", "a", "b", "b", "c", "c", "d", "d"];
  const d = cluster.map((label) => (label === "d" ? 1 : 0));
  const others = d.map((each) => 1 - each);
  const constant = y.map(() => 1);
  const types = ["CR0", "CR1", "CR1p", "CR1S", "CR2"] as const;

  test.each(types)("has no standard error by %s where it is all of it", (type) => {
    const { coefficients, warnings } = robust(ordinary([others, d], y), { cluster, type });
    expect(coefficients[0]!.ci!.se).toBeGreaterThan(0.1);
    expect(coefficients[1]).toEqual({ name: "x1", estimate: expect.closeTo(0.5, 10), ci: null });
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "ONE_CLUSTER", message: expect.stringMatching(/of x1:/) }),
    );
    expect(warnings.map(({ code }) => code)).not.toContain("LEANS_ON_ONE_CLUSTER");
  });

  test.each(types)("is warned of by %s where it is a part of it", (type) => {
    const { coefficients, warnings } = robust(ordinary([constant, d], y), { cluster, type });
    expect(coefficients[1]!.ci!.se).toBeCloseTo(coefficients[0]!.ci!.se, 10);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "LEANS_ON_ONE_CLUSTER", message: expect.stringMatching(/of x1,/) }),
    );
  });

  test("leaves the others as they are without the cluster", () => {
    const without = (list: readonly number[]) => list.slice(0, 6);
    const all = robust(ordinary([constant, d], y), { cluster });
    const six = robust(ordinary([without(constant)], without(y)), { cluster: cluster.slice(0, 6) });
    expect(all.coefficients[0]!.ci!.se).toBeCloseTo(six.coefficients[0]!.ci!.se, 10);
    expect(all.coefficients[0]!.ci!.df).toBeCloseTo(six.coefficients[0]!.ci!.df!, 10);
  });
});

test("variances that differ a million times within clusters keep the digits of CR2", () => {
  const { model, cluster } = randomModel({ clusters: 6, rows: 4, coefficients: 2, seed: 6 });
  const blocks = Array.from(model.y, (_, row) => ({ rows: [row], matrix: [10 ** ((row % 7) - 3)] }));
  const uneven = { ...model, blocks };
  expectMatrix(robust(uneven, { cluster }).vcov, dense(uneven, cluster, "CR2").vcov, 1e-5);
});

test("warns of few clusters, and of few degrees of freedom", () => {
  const { model, cluster } = randomModel({ clusters: 4, rows: 3, coefficients: 2, seed: 7 });
  const codes = (options: object) => robust(model, { cluster, ...options }).warnings.map(({ code }) => code);
  expect(codes({})).toEqual(["FEW_DEGREES_OF_FREEDOM"]);
  expect(codes({ type: "CR1p", test: "z" })).toEqual(["FEW_CLUSTERS"]);
  const many = randomModel({ clusters: 60, rows: 3, coefficients: 2, seed: 8 });
  expect(robust(many.model, { cluster: many.cluster, type: "CR0", test: "z" }).warnings).toEqual([]);
});

test("counts clusters and the effects in them", () => {
  const { model, cluster } = randomModel({ clusters: 3, rows: 3, coefficients: 1, seed: 9 });
  const sizes = ["c0", "c1", "c2"].map((label) => cluster.filter((each) => each === label).length).sort();
  const { k, clusters, clusterSizes } = robust(model, { cluster });
  expect({ k, clusters }).toEqual({ k: model.y.length, clusters: 3 });
  expect(clusterSizes).toEqual({ smallest: sizes[0], median: sizes[1], largest: sizes[2] });
});

function expectMatrix(got: Matrix, expected: Matrix, part = 1e-9): void {
  const size = Math.max(...expected.flat().map(Math.abs));
  for (const [i, row] of expected.entries())
    for (const [j, each] of row.entries())
      expect(Math.abs(got[i]![j]! - each), `${got[i]![j]} for ${each}`).toBeLessThanOrEqual(part * size);
}
