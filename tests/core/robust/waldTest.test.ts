import { fCdf, type LinearModel, robust, robustWaldTest } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";
import { normals, uniforms } from "../selection/simulate.ts";
import { randomModel } from "./randomModel.ts";
import { dense, inverse, type Matrix, product, transpose } from "./referee.ts";

const { model, cluster } = randomModel({ clusters: 14, rows: 4, coefficients: 4, seed: 11 });

test("HTZ of one coefficient is the test by Satterthwaite's degrees of freedom", () => {
  const { coefficients } = robust(model, { cluster });
  for (const { name, ci } of coefficients) {
    const { statistic, df1, df2, p } = robustWaldTest(model, { cluster, coefficients: [name] });
    expect([df1, statistic, df2, p].map(Number)).toEqual([
      1,
      expect.closeTo(ci!.statistic! ** 2, 9),
      expect.closeTo(ci!.df!, 9),
      expect.closeTo(ci!.p, 9),
    ]);
  }
});

describe("where every cluster has the same outcomes, each with its own mean", () => {
  const outcomes = 3;
  const clusters = 9;
  const normal = normals(uniforms(12));
  const each = Array.from({ length: clusters }, () => {
    const own = normal();
    return Array.from({ length: outcomes }, (_, outcome) => own + outcome * 0.4 + normal());
  });
  const y = each.flat();
  const balanced: LinearModel = {
    names: ["a", "b", "c"],
    X: [0, 1, 2].map((outcome) => y.map((_, row) => (row % outcomes === outcome ? 1 : 0))),
    y,
    blocks: each.map((_, i) => ({
      rows: [0, 1, 2].map((outcome) => i * outcomes + outcome),
      matrix: [2, 1, 0.5, 1, 3, 0.7, 0.5, 0.7, 1.5],
    })),
  };
  const labels = y.map((_, row) => Math.floor(row / outcomes));

  test("HTZ is Hotelling's T², which is exact", () => {
    const means = [0, 1, 2].map((outcome) => each.reduce((sum, row) => sum + row[outcome]!, 0) / clusters);
    const centred = each.map((row) => row.map((value, outcome) => value - means[outcome]!));
    const S = product(transpose(centred), centred).map((row) => row.map((sum) => sum / (clusters - 1)));
    const T2 = clusters * product([means], inverse(S), transpose([means]))[0]![0]!;
    const F = ((clusters - outcomes) * T2) / (outcomes * (clusters - 1));
    const found = robustWaldTest(balanced, { cluster: labels, coefficients: ["a", "b", "c"] });
    expect(found.statistic! / F).toBeCloseTo(1, 9);
    expect([found.df1, found.df2]).toEqual([outcomes, expect.closeTo(clusters - outcomes, 9)]);
    expect(found.p).toBeCloseTo(fCdf(F, { df1: outcomes, df2: clusters - outcomes }, { upper: true }), 12);
  });

  test("means are compared with each other as with 0", () => {
    const contrasts = [
      [-1, 1, 0],
      [-1, 0, 1],
    ];
    const other = [
      [0, -1, 1],
      [1, -2, 1],
    ];
    const [one, two] = [contrasts, other].map((rows) => robustWaldTest(balanced, { cluster: labels, contrasts: rows }));
    expect(one!.statistic! / two!.statistic!).toBeCloseTo(1, 9);
    expect(one!.df2).toBeCloseTo(clusters - 2, 9);
  });
});

test.each(["CR0", "CR2"] as const)("η of HTZ is that of all pairs of clusters, by %s", (type) => {
  const C = [
    [0, 1, 0, 0],
    [0, 0, 1, -1],
  ];
  const { scoreCovariance, vcov, beta } = dense(model, cluster, type);
  const P = scoreCovariance(C);
  const omega = [0, 1].map((s) => [0, 1].map((t) => P.reduce((sum, row, i) => sum + row[i]![s]![t]!, 0)));
  const root = choleskyOf(omega);
  const whitened = (A: readonly (readonly number[])[]) => product(inverse(root), A, transpose(inverse(root)));
  const standardised = P.map((row) => row.map(whitened));
  let variance = 0;
  for (const A of standardised.flat())
    for (const s of [0, 1]) for (const t of [0, 1]) variance += A[s]![s]! * A[t]![t]! + A[s]![t]! * A[t]![s]!;
  const eta = (2 * 3) / variance;
  const distance = product(
    C,
    beta.map((each) => [each]),
  );
  const Q = product(transpose(distance), inverse(product(C, vcov, transpose(C))), distance)[0]![0]!;
  const found = robustWaldTest(model, { cluster, type, contrasts: C });
  expect(found.df2! / (eta - 1)).toBeCloseTo(1, 8);
  expect(found.statistic! / (((eta - 1) / (2 * eta)) * Q)).toBeCloseTo(1, 8);
  const by = (test: "chi-sq" | "naive-F" | "naive-Fp") => robustWaldTest(model, { cluster, type, contrasts: C, test });
  expect([by("chi-sq").statistic, by("chi-sq").df2]).toEqual([expect.closeTo(Q, 8), null]);
  expect(by("chi-sq").p).toBeCloseTo(Math.exp(-Q / 2), 10);
  expect([by("naive-F").statistic, by("naive-F").df2]).toEqual([expect.closeTo(Q / 2, 8), 13]);
  expect(by("naive-Fp").df2).toBe(10);
});

/** Lower triangle of a 2 × 2 matrix. */
function choleskyOf(A: Matrix): Matrix {
  const first = Math.sqrt(A[0]![0]!);
  const below = A[1]![0]! / first;
  return [
    [first, 0],
    [below, Math.sqrt(A[1]![1]! - below ** 2)],
  ];
}

test("values other than 0 move what is tested", () => {
  const { coefficients } = robust(model, { cluster });
  const values = coefficients.slice(1).map(({ estimate }) => estimate);
  const { statistic, p } = robustWaldTest(model, { cluster, coefficients: ["x1", "x2", "x3"], values });
  expect(statistic).toBeCloseTo(0, 20);
  expect(p).toBeCloseTo(1, 9);
});

test("says nothing, with a warning, where clusters are too few for so many coefficients", () => {
  const few = randomModel({ clusters: 4, rows: 4, coefficients: 4, seed: 13 });
  const options = { cluster: few.cluster, coefficients: ["constant", "x1", "x2", "x3"] };
  const found = robustWaldTest(few.model, options);
  expect(found).toMatchObject({ statistic: null, df1: 4, df2: null, p: null });
  expect(found.warnings.map(({ code }) => code)).toEqual(["ROBUST_TEST_UNDEFINED"]);
  expect(robustWaldTest(few.model, { ...options, test: "naive-Fp", coefficients: ["x1", "x2"] }).p).toBeNull();
});

test("warns of a combination that leans on one cluster", () => {
  const first = cluster.map((label) => (label === "c0" ? 1 : 0));
  const leaning = { ...model, X: [...model.X.slice(0, 3), first] };
  const codes = (coefficients: readonly string[]) =>
    robustWaldTest(leaning, { cluster, coefficients }).warnings.map(({ code }) => code);
  expect(codes(["x1", "x3"])).toEqual(["LEANS_ON_ONE_CLUSTER"]);
  expect(codes(["x1", "x2"])).toEqual([]);
});

test("is finite and frozen", () => {
  expect(faults(robustWaldTest(model, { cluster, coefficients: ["x1", "x3"] }))).toEqual([]);
});

test.each([
  ["BAD_CONTRASTS", {}],
  ["BAD_CONTRASTS", { coefficients: ["x1"], contrasts: [[0, 1, 0, 0]] }],
  ["BAD_CONTRASTS", { coefficients: [] }],
  ["BAD_CONTRASTS", { contrasts: [[1, 0]] }],
  ["BAD_CONTRASTS", { contrasts: [[1, 0, 0, Number.NaN]] }],
  ["BAD_CONTRASTS", { contrasts: [[0, 0, 0, 0]] }],
  ["BAD_CONTRASTS", { coefficients: ["x1", "x1"] }],
  ["BAD_CONTRASTS", { coefficients: ["x1"], values: [1, 2] }],
  ["UNKNOWN_CHOICE", { coefficients: ["x9"] }],
  ["UNKNOWN_CHOICE", { coefficients: ["x1"], test: "EDF" as "HTZ" }],
  ["UNKNOWN_OPTION", { coefficients: ["x1"], level: 0.9 }],
])("refuses with %s: %j", (code, options) => {
  expect(() => robustWaldTest(model, { cluster, ...options })).toThrow(expect.objectContaining({ code }));
});
