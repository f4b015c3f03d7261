import {
  chiSquareCdf,
  compareModels,
  contrast,
  type MetaRegression,
  type MetaRegressionOptions,
  metaRegression,
  predictAt,
  waldTest,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { bcg } from "./bcg.ts";

const coded = (code: string) => expect.objectContaining({ code });
const fit = metaRegression(bcg, { moderators: "~ ablat + alloc", interval: "z" });
const [intrcpt, ablat, random, systematic] = fit.coefficients.map(({ estimate }) => estimate) as [
  number,
  number,
  number,
  number,
];

describe("predictAt", () => {
  test("takes one set of moderators, several, or rows of the matrix", () => {
    const expected = intrcpt + 30 * ablat + random;
    expect(predictAt(fit, { ablat: 30, alloc: "random" })[0]!.estimate).toBeCloseTo(expected, 12);
    expect(predictAt(fit, [{ ablat: 30, alloc: "random" }])[0]!.row).toEqual([1, 30, 1, 0]);
    expect(predictAt(fit, { rows: [[1, 30, 1, 0]] })[0]!.estimate).toBeCloseTo(expected, 12);
  });

  test("its variance is x′Vx, at whatever level", () => {
    const [at] = predictAt(fit, { rows: [[1, 30, 0, 1]] }, { level: 0.5, prediction: "z" });
    const x = [1, 30, 0, 1];
    const variance = fit.vcov.reduce((sum, row, i) => sum + row.reduce((s, v, j) => s + x[i]! * v * x[j]!, 0), 0);
    expect(at!.se).toBeCloseTo(Math.sqrt(variance), 10);
    expect(at!.ci.upper - at!.estimate).toBeCloseTo(0.6744897501960817 * at!.se, 10);
    expect(at!.pi!.upper - at!.estimate).toBeCloseTo(0.6744897501960817 * Math.sqrt(variance + fit.tau2.value), 10);
    expect([at!.ci.level, at!.pi!.level, at!.pi!.method]).toEqual([0.5, 0.5, "z"]);
  });

  test("a common-effect model predicts a mean and no new study", () => {
    const common = metaRegression(bcg, { moderators: "~ ablat", tau2: "EE" });
    expect(predictAt(common, { ablat: 30 })[0]).toMatchObject({ pi: null, predictionNote: expect.any(String) });
  });

  test.each<[string, unknown, object?]>([
    ["MISSING_MODERATOR", { ablat: 30 }],
    ["MISSING_MODERATOR", { ablat: null, alloc: "random" }],
    ["UNKNOWN_LEVEL", { ablat: 30, alloc: "Random" }],
    ["MODERATOR_NOT_NUMERIC", { ablat: "30", alloc: "random" }],
    ["BAD_ROW", { rows: [[1, 30]] }],
    ["BAD_ROW", { rows: [[1, 30, 1, Number.NaN]] }],
    ["BAD_ROW", { rows: [3] }],
    ["BAD_ROW", [3]],
    ["UNKNOWN_OPTION", { ablat: 30, alloc: "random" }, { interval: "z" }],
    ["UNKNOWN_CHOICE", { ablat: 30, alloc: "random" }, { prediction: "HTS" }],
    ["LEVEL_OUT_OF_RANGE", { ablat: 30, alloc: "random" }, { level: 0 }],
  ])("%s: %j", (code, at, options = {}) => {
    expect(() => predictAt(fit, at as { ablat: number }, options)).toThrow(coded(code));
  });
});

describe("contrast", () => {
  test("of two levels is what refitting with one of them as reference tells", () => {
    const { contrasts, joint } = contrast(fit, { allocrandom: 1, allocsystematic: -1 });
    const refit = metaRegression(bcg, { moderators: "~ ablat + alloc[ref=systematic]", interval: "z" });
    const direct = refit.coefficients.find(({ name }) => name === "allocrandom")!;
    expect(contrasts[0]!.name).toBe("allocrandom − allocsystematic");
    expect(contrasts[0]!.estimate).toBeCloseTo(random - systematic, 12);
    expect(contrasts[0]!.se).toBeCloseTo(direct.se, 9);
    expect(contrasts[0]!.ci.lower).toBeCloseTo(direct.ci.lower, 9);
    expect(joint.p).toBeCloseTo(direct.p, 9);
  });

  test("of a row is that of its named weights; several are tested at once, dependent ones counted once", () => {
    const named = contrast(fit, [{ allocrandom: 1 }, { allocsystematic: 1 }, { allocrandom: 2, allocsystematic: -2 }]);
    const rows = contrast(fit, [
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [0, 0, 2, -2],
    ]);
    expect(rows).toEqual(named);
    expect(named.joint.df1).toBe(2);
    const term = waldTest(fit, ["alloc"]);
    expect(named.joint.statistic).toBeCloseTo(term.statistic!, 9);
    expect(named.joint.p).toBeCloseTo(term.p, 12);
  });

  test("has the level that is asked for", () => {
    const at = (level: number) => contrast(fit, { ablat: 1 }, { level }).contrasts[0]!.ci;
    expect(at(0.99).upper).toBeGreaterThan(at(0.9).upper);
  });

  test.each<[string, unknown]>([
    ["BAD_WEIGHTS", { latitude: 1 }],
    ["BAD_WEIGHTS", {}],
    ["BAD_WEIGHTS", [1, 2]],
    ["BAD_WEIGHTS", [0, 0, 0, 0]],
    ["BAD_WEIGHTS", { ablat: Number.NaN }],
    ["BAD_WEIGHTS", { ablat: "1" }],
    ["BAD_WEIGHTS", []],
    ["BAD_WEIGHTS", "ablat"],
    ["BAD_WEIGHTS", [{ ablat: 1 }, null]],
  ])("%s: %j", (code, weights) => {
    expect(() => contrast(fit, weights as { ablat: number })).toThrow(coded(code));
  });
});

describe("waldTest", () => {
  test("of all but the constant is the omnibus test", () => {
    for (const interval of ["z", "HKSJ"] as const) {
      const one = metaRegression(bcg, { moderators: "~ ablat * alloc", interval });
      const { names, ...test } = waldTest(one, ["ablat", "alloc", "ablat:alloc"]);
      expect(names).toEqual(one.omnibus!.names);
      expect(test.statistic).toBeCloseTo(one.omnibus!.statistic!, 8);
      expect(test).toMatchObject({ df1: 5, df2: interval === "z" ? null : 7, p: expect.closeTo(one.omnibus!.p, 9) });
    }
  });

  test("of one coefficient is its own test", () => {
    expect(waldTest(fit, ["ablat"]).statistic).toBeCloseTo(fit.coefficients[1]!.statistic! ** 2, 8);
    expect(waldTest(fit, ["intrcpt"]).p).toBeCloseTo(fit.coefficients[0]!.p, 10);
  });

  test.each([[[]], [["latitude"]], ["ablat"]])("%j is refused", (which) => {
    expect(() => waldTest(fit, which as readonly string[])).toThrow(coded("BAD_WEIGHTS"));
  });
});

describe("compareModels", () => {
  const by = (moderators: string, tau2: MetaRegressionOptions["tau2"] = "ML") =>
    metaRegression(bcg, { moderators, tau2 });

  test("twice the difference of log-likelihoods, in any order", () => {
    const [full, reduced] = [by("~ ablat * alloc"), by("~ alloc")];
    const comparison = compareModels(full, reduced);
    expect(comparison).toEqual(compareModels(reduced, full));
    expect(comparison).toMatchObject({ df: 3, likelihood: "ML", atBoundary: [] });
    expect(comparison.statistic).toBeCloseTo(2 * (full.fit.ML.logLik - reduced.fit.ML.logLik), 12);
    expect(comparison.full.formula).toBe("~ ablat * alloc");
  });

  test("knows a model in another coding", () => {
    expect(compareModels(by("~ 0 + alloc + ablat"), by("~ alloc[ref=random]")).df).toBe(1);
    expect(compareModels(by("~ poly(ablat, 2)"), by("~ ablat")).df).toBe(1);
  });

  test("of τ² by a mixture of χ² distributions; by REML for the same moderators", () => {
    const one = compareModels(by("~ ablat"), by("~ ablat", "EE"));
    expect(one).toMatchObject({ df: 1, atBoundary: ["effect"], likelihood: "ML" });
    const restricted = compareModels(by("~ ablat", "REML"), by("~ ablat", "EE"));
    expect(restricted).toMatchObject({ df: 1, atBoundary: ["effect"], likelihood: "REML" });
    const both = compareModels(by("~ ablat"), by("~ 1", "EE"));
    expect(both.df).toBe(2);
    const tail = ({ statistic }: { statistic: number }, df: number) => chiSquareCdf(statistic, df, { upper: true });
    expect(one.p).toBeCloseTo(0.5 * tail(one, 1), 14);
    expect(both.p).toBeCloseTo(0.5 * (tail(both, 1) + tail(both, 2)), 14);
  });

  test.each<[string, () => MetaRegression, () => MetaRegression]>([
    ["REML of different moderators", () => by("~ ablat", "REML"), () => by("~ 1", "REML")],
    ["REML and EE of different moderators", () => by("~ ablat", "REML"), () => by("~ 1", "EE")],
    ["a moment estimator", () => by("~ ablat", "DL"), () => by("~ 1", "DL")],
    ["none holds the other", () => by("~ ablat"), () => by("~ alloc")],
    ["none holds the other because of τ²", () => by("~ ablat", "EE"), () => by("~ 1")],
    ["the same twice", () => by("~ alloc"), () => by("~ 0 + alloc")],
    ["other studies", () => by("~ ablat"), () => metaRegression(bcg.slice(1), { moderators: "~ 1", tau2: "ML" })],
  ])("%s is refused", (_, a, b) => {
    expect(() => compareModels(a(), b())).toThrow(coded("NOT_COMPARABLE"));
  });
});

test.each([undefined, null, {}, "fit", [fit]])("%j is no fit", (nothing) => {
  const none = nothing as unknown as MetaRegression;
  expect(() => predictAt(none, {})).toThrow(coded("NOT_A_FIT"));
  expect(() => contrast(none, { ablat: 1 })).toThrow(coded("NOT_A_FIT"));
  expect(() => waldTest(none, ["ablat"])).toThrow(coded("NOT_A_FIT"));
  expect(() => compareModels(fit, none)).toThrow(coded("NOT_A_FIT"));
});
