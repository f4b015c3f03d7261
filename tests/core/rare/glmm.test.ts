import { type EventsStudy, type GlmmOptions, glmm, glmmModels, glmmOneGroup } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { centralGradient } from "../../../packages/core/src/numerics/minimise.ts";
import { faults } from "../faults.ts";
import { oneEffectLogLik } from "./bruteForce.ts";

const models = Object.keys(glmmModels) as NonNullable<GlmmOptions["model"]>[];
const tables: readonly EventsStudy[] = [
  { study: "A", a: 13, n1: 58, c: 23, n2: 30 },
  { study: "B", a: 1, n1: 28, c: 29, n2: 60 },
  { study: "C", a: 12, n1: 161, c: 38, n2: 170 },
  { study: "D", a: 14, n1: 32, c: 17, n2: 32 },
  { study: "E", a: 0, n1: 45, c: 4, n2: 46 },
  { study: "F", a: 6, n1: 107, c: 4, n2: 110 },
];
const silent: EventsStudy = { study: "silent", a: 0, n1: 30, c: 0, n2: 31 };
const swap = ({ study, a, n1, c, n2 }: EventsStudy): EventsStudy => ({ study, a: c, n1: n2, c: a, n2: n1 });

describe.each(models)("%s", (model) => {
  const fit = glmm(tables, { measure: "OR", model });

  test("is a frozen result of finite numbers that JSON brings back, and has converged", () => {
    expect(faults(fit)).toEqual([]);
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
    expect(fit.convergence).toMatchObject({ converged: true, atBoundary: false });
    expect(fit.convergence.gradient).toBeLessThan(1e-8);
  });

  test("of the groups exchanged has the other sign", () => {
    const other = glmm(tables.map(swap), { measure: "OR", model });
    expect(other.estimate).toBeCloseTo(-fit.estimate, 8);
    expect(other.se).toBeCloseTo(fit.se, 8);
    expect(other.tau2.value).toBeCloseTo(fit.tau2.value, 8);
  });

  test("does not depend on the order of studies", () => {
    const other = glmm([...tables].reverse(), { measure: "OR", model });
    expect(other.estimate).toBeCloseTo(fit.estimate, 9);
    expect(other.fit.logLik).toBeCloseTo(fit.fit.logLik, 9);
  });

  test("leaves out a study without events, and names it", () => {
    const other = glmm([...tables, silent], { measure: "OR", model });
    expect(other).toMatchObject({ estimate: fit.estimate, k: 6, dropped: ["silent"] });
  });

  test("of like studies finds τ² to be exactly 0, and then is the common-effect fit", () => {
    const alike = tables.slice(0, 3).map(({ study }) => ({ study, a: 10, n1: 100, c: 20, n2: 100 }));
    const [ml, ee] = (["ML", "EE"] as const).map((tau2) => glmm(alike, { measure: "OR", model, tau2 }));
    expect(ml!.tau2).toMatchObject({ value: 0, atBoundary: true, se: null });
    expect(ml!.estimate).toBeCloseTo(ee!.estimate, 10);
    expect(ml!.se).toBeCloseTo(ee!.se, 10);
    expect(ee!.pi).toBeNull();
    expect(ml!.heterogeneity.likelihoodRatio.p).toBeCloseTo(1, 6);
  });

  test("of one study is that study's own effect", () => {
    const { estimate, heterogeneity } = glmm(tables.slice(0, 1), { measure: "OR", model });
    if (model !== "CM.AL") expect(estimate).toBeCloseTo(Math.log((13 * 7) / (45 * 23)), model === "CM.EL" ? 1 : 6);
    expect(heterogeneity).toMatchObject({ df: 0, I2: 0, H2: 1, wald: { statistic: 0, p: 1 } });
  });

  test("settles as points of quadrature are added", () => {
    const fine = glmm(tables, { measure: "OR", model, quadraturePoints: 21 });
    const finer = glmm(tables, { measure: "OR", model, quadraturePoints: 31 });
    expect(fine.estimate).toBeCloseTo(finer.estimate, 6);
    expect(fine.tau2.value).toBeCloseTo(finer.tau2.value, 5);
    expect(fit.estimate).toBeCloseTo(finer.estimate, 3);
  });

  test.each([
    ["SEPARATION", [{ study: "A", a: 0, n1: 10, c: 3, n2: 11 }]],
    ["SEPARATION", [{ study: "A", a: 3, n1: 10, c: 0, n2: 11 }]],
    ["NO_EVENTS", [silent]],
    ["NO_EFFECTS", []],
    ["NOT_A_VALID_NUMBER", [{ study: "A", a: 3.5, n1: 10, c: 2, n2: 11 }]],
  ])("refuses with %s what has no estimate", (code, studies) => {
    expect(() => glmm(studies, { measure: "OR", model })).toThrow(expect.objectContaining({ code }));
  });
});

const times = tables.map(({ study, a, n1, c, n2 }) => ({ study, x1: a, t1: n1 / 2, x2: c, t2: n2 / 2 }));

test("for rates with one effect, study levels and conditioning lead to the same estimate", () => {
  const [fixed, conditional] = (["UM.FS", "CM.EL"] as const).map((model) =>
    glmm(times, { measure: "IRR", model, tau2: "EE" }),
  );
  expect(conditional!.estimate).toBeCloseTo(fixed!.estimate, 10);
  expect(conditional!.se).toBeCloseTo(fixed!.se, 10);
  expect(conditional!.heterogeneity.likelihoodRatio.statistic).toBeCloseTo(
    fixed!.heterogeneity.likelihoodRatio.statistic,
    8,
  );
});

test("the approximate conditional likelihood is for odds ratios alone", () => {
  expect(() => glmm(times, { measure: "IRR", model: "CM.AL" })).toThrow("UM.FS, UM.RS, CM.EL");
});

test("rare events make the approximate conditional likelihood exact", () => {
  const rare = tables.map((table) => ({ ...table, n1: 1000 * table.n1, n2: 1000 * table.n2 }));
  const [exact, approximate] = (["CM.EL", "CM.AL"] as const).map((model) => glmm(rare, { measure: "OR", model }));
  expect(approximate!.estimate).toBeCloseTo(exact!.estimate, 2);
  expect(approximate!.tau2.value).toBeCloseTo(exact!.tau2.value, 2);
});

test("a likelihood that grows with τ² without end is refused", () => {
  const opposites = [
    { study: "A", a: 0, n1: 8, c: 8, n2: 8 },
    { study: "B", a: 8, n1: 8, c: 0, n2: 8 },
  ];
  expect(() => glmm(opposites, { measure: "OR", model: "CM.EL" })).toThrow(
    expect.objectContaining({ code: "TAU2_UNBOUNDED" }),
  );
});

const groups = tables.map(({ study, a, n1: n }) => ({ study, a, n }));

test("proportions: ln L and its maximum are those of a sum over a fine grid", () => {
  const fit = glmmOneGroup(groups, { measure: "PLO", quadraturePoints: 41 });
  const counts = groups.map(({ a, n }) => ({ x: a, n, offset: 0 }));
  const logLik = ([theta, tau]: Float64Array) => oneEffectLogLik(counts, { theta: theta!, tau: tau! });
  const found = Float64Array.of(fit.estimate, Math.sqrt(fit.tau2.value));
  expect(fit.fit.logLik).toBeCloseTo(logLik(found), 7);
  for (const slope of centralGradient(logLik)(found)) expect(slope).toBeCloseTo(0, 5);
});

test("rates are proportions of very many", () => {
  const many = groups.map(({ study, a, n }) => ({ study, a, n: 1e7 * n }));
  const rates = groups.map(({ study, a, n }) => ({ study, x: a, t: 1e7 * n }));
  const [odds, rate] = [glmmOneGroup(many, { measure: "PLO" }), glmmOneGroup(rates, { measure: "IRLN" })];
  expect(rate.estimate).toBeCloseTo(odds.estimate, 5);
  expect(rate.tau2.value).toBeCloseTo(odds.tau2.value, 5);
  expect(rate.n).toBeNull();
});

test("groups without events have no log odds", () => {
  const none = groups.map((group) => ({ ...group, a: 0 }));
  expect(() => glmmOneGroup(none, { measure: "PLO" })).toThrow(expect.objectContaining({ code: "SEPARATION" }));
  expect(faults(glmmOneGroup([...none, groups[0]!], { measure: "PLO", tau2: "EE" }))).toEqual([]);
});
