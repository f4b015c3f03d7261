import { type LinearModel, robust, wildBootstrap } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";
import { randomModel } from "./randomModel.ts";
import { dense, product, transpose } from "./referee.ts";

const { model, cluster } = randomModel({ clusters: 6, rows: 4, coefficients: 3, seed: 21 });

/** p by refitting the model to every choice of signs. */
function byRefitting(
  full: LinearModel,
  labels: readonly string[],
  { column, value }: { column: number; value: number },
) {
  const shifted = Array.from(full.y, (each, i) => each - value * full.X[column]![i]!);
  const X = full.X.filter((_, j) => j !== column);
  const restricted = { ...full, X, names: full.names.filter((_, j) => j !== column), y: shifted };
  const { beta } = dense(restricted, labels, "CR0");
  const fitted = product(
    transpose(X.map((each) => Array.from(each))),
    beta.map((each) => [each]),
  ).map(([each]) => each!);
  const residuals = shifted.map((each, i) => each - fitted[i]!);
  const groups = [...new Set(labels)];
  const m = groups.length;
  const t = (signs: number) => {
    const y = residuals.map((each, i) => {
      const sign = (signs >> groups.indexOf(labels[i]!)) % 2 === 0 ? 1 : -1;
      return fitted[i]! + value * full.X[column]![i]! + sign * each;
    });
    const refit = dense({ ...full, y }, labels, "CR0");
    return (refit.beta[column]! - value) / Math.sqrt((m / (m - 1)) * refit.vcov[column]![column]!);
  };
  const observed = t(0);
  const beyond = Array.from({ length: 2 ** m }, (_, signs) => t(signs)).filter(
    (each) => Math.abs(each) >= Math.abs(observed) * (1 - 1e-9),
  );
  return { statistic: observed, p: beyond.length / 2 ** m };
}

describe.each([
  ["x1", 1, 0],
  ["x2", 2, 0],
  ["x2", 2, 0.3],
  ["constant", 0, -0.2],
])("the test of %s (column %i) against %d", (coefficient, column, value) => {
  test("is that of refitting the model to every choice of signs", () => {
    const expected = byRefitting(model, cluster, { column, value });
    const found = wildBootstrap(model, { cluster, coefficient, value });
    expect(found.statistic! / expected.statistic).toBeCloseTo(1, 9);
    expect(found).toMatchObject({ p: expected.p, exact: true, draws: 64, clusters: 6 });
  });
});

test("its statistic is that of CR1", () => {
  const { coefficients } = robust(model, { cluster, type: "CR1", test: "naive-t" });
  const { statistic, estimate } = wildBootstrap(model, { cluster, coefficient: "x1" });
  expect(statistic! / coefficients[1]!.ci!.statistic!).toBeCloseTo(1, 10);
  expect(estimate).toBe(coefficients[1]!.estimate);
});

test("the estimate itself is never refused", () => {
  const { estimate } = wildBootstrap(model, { cluster, coefficient: "x1" });
  expect(wildBootstrap(model, { cluster, coefficient: "x1", value: estimate }).p).toBe(1);
});

describe("drawn weights", () => {
  const many = randomModel({ clusters: 16, rows: 3, coefficients: 2, seed: 22 });
  const by = (options: object) => wildBootstrap(many.model, { cluster: many.cluster, coefficient: "x1", ...options });

  test("are the same for the same seed, and others for another", () => {
    expect(by({ seed: 5 })).toEqual(by({ seed: 5 }));
    const values = [1, 2, 3, 4, 5].map((seed) => by({ seed, draws: 500 }).p);
    expect(new Set(values).size).toBeGreaterThan(1);
  });

  test.each(["Rademacher", "Webb"] as const)("of %s come near the exact p", (weights) => {
    const exact = by({ draws: 2 ** 16 });
    const drawn = by({ weights, draws: 20_000 });
    expect(exact.exact).toBe(true);
    expect(drawn).toMatchObject({ exact: false, draws: 20_000, weights });
    expect(Math.abs(drawn.p! - exact.p!)).toBeLessThan(weights === "Rademacher" ? 0.015 : 0.05);
  });

  test("never give a p of 0", () => {
    const y = many.model.X[1]!;
    const noise = Array.from(y, (each, i) => 100 * each + Array.from(many.model.y)[i]!);
    const far = { ...many.model, y: noise };
    const { p } = wildBootstrap(far, { cluster: many.cluster, coefficient: "x1", draws: 99 });
    expect(p).toBeGreaterThanOrEqual(1 / 99);
  });
});

test("Webb's weights are all tried where clusters are few", () => {
  const few = randomModel({ clusters: 4, rows: 3, coefficients: 1, seed: 23 });
  const found = wildBootstrap(few.model, { cluster: few.cluster, weights: "Webb" });
  expect(found).toMatchObject({ exact: true, draws: 6 ** 4, coefficient: "constant" });
  expect(faults(found)).toEqual([]);
});

test("says nothing of a coefficient of which one cluster alone tells", () => {
  const first = cluster.map((label) => (label === "c0" ? 1 : 0));
  const alone = { ...model, names: ["others", "c0"], X: [first.map((each) => 1 - each), first] };
  const found = wildBootstrap(alone, { cluster, coefficient: "c0" });
  expect(found).toMatchObject({ statistic: null, p: null });
  expect(found.warnings.map(({ code }) => code)).toEqual(["ONE_CLUSTER"]);
});

test.each([
  ["UNKNOWN_CHOICE", {}],
  ["UNKNOWN_CHOICE", { coefficient: "x9" }],
  ["UNKNOWN_CHOICE", { coefficient: "x1", weights: "Mammen" as "Webb" }],
  ["NOT_A_VALID_NUMBER", { coefficient: "x1", draws: 0 }],
  ["NOT_A_VALID_NUMBER", { coefficient: "x1", draws: 9.5 }],
  ["NOT_A_VALID_NUMBER", { coefficient: "x1", value: Number.NaN }],
  ["UNKNOWN_OPTION", { coefficient: "x1", reps: 99 }],
])("refuses with %s: %j", (code, options) => {
  expect(() => wildBootstrap(model, { cluster, ...options })).toThrow(expect.objectContaining({ code }));
});
