import {
  chiSquareCdf,
  compareModels,
  type Effect,
  locationScale,
  type MultilevelOptions,
  metaRegression,
  multilevel,
  pool,
  type RandomEffect,
  type StructureId,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { readCases, shippedCases } from "../../golden/readCases.ts";
import { expectNear } from "../../properties/near.ts";
import { periodontal } from "../multilevel/nestedEffects.ts";
import { bcg } from "./bcg.ts";

/** Berkey et al. 1998, table I: the covariances of both outcomes. R's dat.berkey1998. */
const V = [0.003, 0.0009, 0.0007, 0.0009, 0.0072].map((covariance, trial) => ({
  rows: [2 * trial, 2 * trial + 1],
  matrix: [
    [periodontal[2 * trial]!.vi, covariance],
    [covariance, periodontal[2 * trial + 1]!.vi],
  ],
}));
const byOutcome = (structure: StructureId, options: MultilevelOptions = {}) =>
  multilevel(periodontal, {
    random: { inner: "outcome", outer: "trial", structure },
    moderators: "~ 0 + outcome",
    method: "ML",
    V,
    ...options,
  });

/** Konstantopoulos 2011, Research Synthesis Methods 2:61-76: schools in districts. R's dat.konstantopoulos2011. */
const { input } = readCases([`${shippedCases}/e-multilevel.json.gz`]).find(({ id }) =>
  id.startsWith("mv3/dat.konstantopoulos2011/"),
)!;
const { yi, vi, L1, L2 } = input as Readonly<Record<"yi" | "vi" | "L1" | "L2", readonly number[]>>;
const schools = yi.map((each, i): Effect<"SMD"> & { readonly district: number; readonly school: number } => ({
  study: String(i + 1),
  measure: "SMD",
  yi: each,
  vi: vi[i]!,
  district: L1[i]!,
  school: L2[i]!,
}));
const bySchool = (random: RandomEffect | readonly RandomEffect[], options: MultilevelOptions = {}) =>
  multilevel(schools, { random, ...options });

const coded = (code: string) => expect.objectContaining({ code });
const tail = (x: number, df: number) => chiSquareCdf(x, df, { upper: true });

/*
R 4.2, metafor 3.8-1, control = list(optimizer = "BFGS", reltol = 1e-14, maxit = 10000):

  d <- dat.konstantopoulos2011
  m <- function(...) rma.mv(yi, vi, random = ~ 1 | district/school, data = d, control = control, ...)
  anova(m(), m(sigma2 = c(0, NA)))
  anova(m(), m(sigma2 = c(NA, 0)))

  b <- dat.berkey1998
  V <- bldiag(lapply(split(b[c("v1i", "v2i")], b$trial), as.matrix))
  g <- function(struct, method = "ML", mods = ~ outcome - 1)
    rma.mv(yi, V, mods = mods, random = ~ outcome | trial, struct = struct, data = b, method = method, control = control)
  anova(g("UN"), g("CS"))
  anova(g("UN"), g("DIAG"))
  anova(g("UN", "REML"), g("CS", "REML"))
  anova(g("UN"), rma.mv(yi, V, mods = ~ outcome - 1, random = ~ 1 | trial/outcome, data = b, method = "ML", control = control))
  anova(g("UN"), g("UN", mods = ~ 1))
*/
describe("what R's anova gives, with its p for χ²", () => {
  const nested = () => bySchool("~ 1 | district/school");
  const REML = { method: "REML" } as const;
  const cases = [
    [
      "no effect of the district",
      nested,
      () => bySchool({ group: ["district", "school"] }),
      17.7735508378,
      2.488182513e-5,
    ],
    ["no effect of the school", nested, () => bySchool("~ 1 | district"), 48.5155043045, 3.276879217e-12],
    ["equal variances", () => byOutcome("UN"), () => byOutcome("CS"), 1.2701989461, 0.2597293611],
    ["no correlation", () => byOutcome("UN"), () => byOutcome("DIAG"), 1.3504784777, 0.2451944861],
    ["equal variances, REML", () => byOutcome("UN", REML), () => byOutcome("CS", REML), 0.7624131691, 0.3825743811],
    [
      "CS as intercepts",
      () => byOutcome("UN"),
      () => byOutcome("UN", { random: "~ 1 | trial/outcome" }),
      1.2701989461,
      0.2597293611,
    ],
    ["a moderator", () => byOutcome("UN"), () => byOutcome("UN", { moderators: "~ 1" }), 15.8599352667, 6.820749477e-5],
  ] as const;
  test.each(cases)("%s", (_, full, reduced, statistic, p) => {
    const comparison = compareModels(full(), reduced());
    expectNear(comparison.statistic, statistic, { part: 1e-6 });
    expectNear(comparison.pChiSquare, p, { part: 1e-5 });
    expect(comparison.df).toBe(1);
    expect(compareModels(reduced(), full())).toEqual(comparison);
  });
});

describe("what is at a bound under the reduced model", () => {
  test("is one variance: p is half that of χ² with 1 degree of freedom", () => {
    const one = compareModels(bySchool("~ 1 | district/school"), bySchool("~ 1 | district"));
    expect(one).toMatchObject({ atBoundary: ["district/school"], warnings: [], likelihood: "REML" });
    expect(one.p).toBe(0.5 * one.pChiSquare);
    expect(one.full.random).toEqual(["district", "district/school"]);
  });

  test("is one variance beside other parameters: p is of half χ²₁ and half χ²₂", () => {
    const full = byOutcome("DIAG", {
      random: ["~ 1 | trial", { inner: "outcome", outer: "trial", structure: "DIAG" }],
    });
    const both = compareModels(full, byOutcome("ID"));
    expect(both).toMatchObject({ df: 2, atBoundary: ["trial"] });
    expect(both.p).toBeCloseTo(0.5 * (tail(both.statistic, 1) + tail(both.statistic, 2)), 12);
    expect(both.pChiSquare).toBeCloseTo(tail(both.statistic, 2), 12);
  });

  test("is a correlation of 1: an effect of the trial is compound symmetry with it", () => {
    const comparison = compareModels(byOutcome("CS"), byOutcome("CS", { random: "~ 1 | trial" }));
    expect(comparison).toMatchObject({ df: 1, atBoundary: ["outcome | trial"] });
    expect(comparison.p).toBe(0.5 * comparison.pChiSquare);
  });

  test("is nothing where the parameters compared may be either side", () => {
    const comparison = compareModels(byOutcome("HCS"), byOutcome("ID"));
    expect(comparison).toMatchObject({ df: 2, atBoundary: [], warnings: [] });
    expect(comparison.p).toBe(comparison.pChiSquare);
  });

  const thrice = schools.map((school, i) => ({ ...school, time: i % 3 }));
  const overTime = (structure: StructureId) =>
    multilevel(thrice, { random: { inner: "time", outer: "district", structure } });

  test.each([
    ["two variances", () => bySchool("~ 1 | district/school"), ["district", "district/school"], /is too large/],
    ["a variance and its correlation", () => overTime("CS"), ["time | district"], /is too large/],
    ["those that are not linear", () => overTime("AR"), ["time | district"], /is rough/],
  ] as const)("is more than one parameter: %s", (_, full, atBoundary, message) => {
    const comparison = compareModels(full(), pool(schools, { tau2: "EE" }));
    expect(comparison.atBoundary).toEqual(atBoundary);
    expect(comparison.p).toBe(comparison.pChiSquare);
    expect(comparison.warnings).toMatchObject([
      { code: "SEVERAL_AT_BOUNDARY", message: expect.stringMatching(message) },
    ]);
  });
});

describe("fits of different kinds", () => {
  test("compare as their counterparts of one kind do", () => {
    for (const method of ["ML", "REML"] as const) {
      const ofEach = (moderators: string) => multilevel(bcg, { random: "~ 1 | effect", moderators, method });
      const regression = metaRegression(bcg, { moderators: "~ ablat", tau2: method });
      const none = metaRegression(bcg, { moderators: "~ ablat", tau2: "EE" });
      const one = compareModels(regression, none);
      const other = compareModels(ofEach("~ ablat"), none);
      expectNear(other.statistic, one.statistic, { part: 1e-7 });
      expectNear(other.p, one.p, { part: 1e-6 });
      expect(other.atBoundary).toEqual(one.atBoundary);
      expect(() => compareModels(ofEach("~ ablat"), regression)).toThrow(coded("NOT_COMPARABLE"));
    }
  });

  test("a mean by pool is held by a regression and by a model of more levels", () => {
    const mean = pool(bcg, { tau2: "ML" });
    expect(compareModels(metaRegression(bcg, { moderators: "~ ablat", tau2: "ML" }), mean).df).toBe(1);
    const levels = compareModels(bySchool("~ 1 | district/effect"), pool(schools, { tau2: "REML" }));
    expect(levels).toMatchObject({ df: 1, atBoundary: ["district"], likelihood: "REML" });
    expect(levels.reduced).toMatchObject({ formula: "~ 1", random: ["effect"], parameters: 2 });
  });
});

describe("what holds what is a matter of which effects share random effects, not of names", () => {
  const renamed = schools.map((school) => ({ ...school, place: `d${100 - school.district}` }));

  test("columns and levels of other names are the same", () => {
    const one = compareModels(bySchool("~ 1 | district/school"), multilevel(renamed, { random: "~ 1 | place" }));
    expect(one.p).toBe(compareModels(bySchool("~ 1 | district/school"), bySchool("~ 1 | district")).p);
  });

  test("AR is held by UN and HAR, CAR by UN, where the order of levels is the same", () => {
    const times = periodontal.map((effect, i) => ({ ...effect, backwards: -effect.weeks, third: i % 3 }));
    const at = (inner: string, structure: StructureId) =>
      multilevel(times, { random: { inner, outer: "trial", structure }, method: "ML" });
    expect(compareModels(at("weeks", "UN"), at("weeks", "AR")).df).toBe(1);
    expect(compareModels(at("weeks", "HAR"), at("weeks", "AR")).df).toBe(1);
    expect(compareModels(at("weeks", "UN"), at("weeks", "CAR")).df).toBe(1);
    expect(() => compareModels(at("weeks", "HAR"), at("backwards", "AR"))).toThrow(coded("NOT_COMPARABLE"));
    expect(() => compareModels(at("weeks", "HAR"), at("third", "AR"))).toThrow(coded("NOT_COMPARABLE"));
  });

  test("known correlations are the same where all are", () => {
    const by = (rho: number, ...others: readonly RandomEffect[]) => {
      const matrix = [
        [1, rho],
        [rho, 1],
      ];
      const random = [{ group: "outcome", correlation: { names: ["PD", "AL"], matrix } }, ...others];
      return multilevel(periodontal, { random, V });
    };
    expect(compareModels(by(0.5, "~ 1 | trial"), by(0.5))).toMatchObject({ df: 1, atBoundary: ["trial"] });
    expect(() => compareModels(by(0.5, "~ 1 | trial"), by(0.4))).toThrow(coded("NOT_COMPARABLE"));
  });
});

describe("what can't be compared is refused", () => {
  const [one, two] = [V[0]!, V[1]!];
  test.each<[string, () => unknown, () => unknown, string]>([
    ["other covariances", () => byOutcome("UN"), () => byOutcome("CS", { V: [one, two] }), "different effects"],
    ["other effects", () => byOutcome("UN"), () => bySchool("~ 1 | district"), "different effects"],
    [
      "REML, moderators",
      () => bySchool("~ 1 | district"),
      () => metaRegression(schools, { moderators: "~ district", tau2: "REML" }),
      "none holds",
    ],
    [
      "REML of other moderators",
      () => byOutcome("UN", { method: "REML" }),
      () => byOutcome("UN", { method: "REML", moderators: "~ 1" }),
      "restricted",
    ],
    ["ML and REML", () => byOutcome("UN"), () => byOutcome("CS", { method: "REML" }), "ML and REML"],
    ["crossed", () => bySchool("~ 1 | district"), () => bySchool("~ 1 | school"), "none holds"],
    ["the same twice", () => byOutcome("CS"), () => byOutcome("CS"), "same model"],
    [
      "as many parameters",
      () => byOutcome("CS"),
      () => byOutcome("CS", { random: "~ 1 | trial/outcome" }),
      "same number",
    ],
    [
      "saturated",
      () => metaRegression(bcg.slice(0, 2), { moderators: "~ ablat" }),
      () => metaRegression(bcg.slice(0, 2), { moderators: "~ ablat", tau2: "EE" }),
      "restricted",
    ],
  ])("%s", (_, a, b, found) => {
    const compared = () => compareModels(a() as never, b() as never);
    expect(compared).toThrow(coded("NOT_COMPARABLE"));
    expect(compared).toThrow(found);
  });

  test("covariances of 0, or given in another form, are no other ones", () => {
    const full = periodontal.map((a, i) =>
      periodontal.map((_, j) => {
        const block = V[Math.floor(i / 2)]!;
        return Math.floor(i / 2) === Math.floor(j / 2) ? block.matrix[i % 2]![j % 2]! : i === j ? a.vi : 0;
      }),
    );
    expect(compareModels(byOutcome("UN"), byOutcome("CS", { V: full })).df).toBe(1);
  });

  test("a result of something else", () => {
    for (const other of [locationScale(bcg, { moderators: "~ ablat", scale: "~ 1" }), bcg, null])
      expect(() => compareModels(pool(bcg), other as never)).toThrow(coded("NOT_A_FIT"));
  });
});
