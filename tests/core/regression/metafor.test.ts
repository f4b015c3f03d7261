import { metaRegression, predictAt, type Tau2Method } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { bcg } from "./bcg.ts";

/** What metafor 3.8-1 prints for rma(yi, vi, mods = ~ ablat + alloc, method = …), iterated to 1e-14. */
test.each<[Tau2Method, number, number]>([
  ["DL", 0.11783238142686, 0.100259195853822],
  ["PM", 0.163877803557712, 0.119777995606337],
  ["ML", 0.0293898694369926, 0.0250965658965855],
  ["REML", 0.144594297359155, 0.112363690788918],
  ["HE", 0.167974610279721, 0.173041268038391],
  ["HS", 0.0216556017077875, 0.00969654016160788],
  ["HSk", 0.0407567293876026, 0.0178941424598078],
  ["SJ", 0.235029895996376, 0.135169035800887],
  ["EB", 0.163877803557712, 0.119777995606337],
  ["PMM", 0.187592543648816, 0.132617393176529],
])("τ² by %s and its standard error", (method, value, se) => {
  const { tau2 } = metaRegression(bcg, { moderators: "~ ablat + alloc", tau2: method });
  expect(tau2.value).toBeCloseTo(value, 10);
  expect(tau2.se).toBeCloseTo(se, 10);
});

test("Q-profile interval of τ², and those of I² and H²: confint()", () => {
  const { tau2, heterogeneity } = metaRegression(bcg, { moderators: "~ ablat + alloc" });
  expect(tau2.ci).toMatchObject({
    lower: expect.closeTo(0.02286114373521, 10),
    upper: expect.closeTo(0.91947612028352, 10),
    method: "Q-profile",
  });
  expect(heterogeneity.I2).toBeCloseTo(70.11024885056794, 7);
  expect(heterogeneity.I2Ci?.lower).toBeCloseTo(27.05290919839448, 7);
  expect(heterogeneity.H2Ci?.upper).toBeCloseTo(15.91586688116646, 7);
});

test("variance inflation: vif(), for a term with btt", () => {
  const { collinearity } = metaRegression(bcg, { moderators: "~ ablat + alloc", interval: "z" });
  expect(collinearity.vif).toEqual([
    { name: "ablat", value: expect.closeTo(1.01510381990006, 9) },
    { name: "allocrandom", value: expect.closeTo(1.72243448175369, 9) },
    { name: "allocsystematic", value: expect.closeTo(1.71107289776644, 9) },
  ]);
  const gvif = expect.closeTo(1.01510381990006, 9);
  expect(collinearity.gvif).toEqual([
    { term: "ablat", df: 1, value: gvif, perDf: expect.closeTo(Math.sqrt(1.01510381990006), 9) },
    { term: "alloc", df: 2, value: gvif, perDf: expect.closeTo(1.00375475471565, 9) },
  ]);
});

test("an interaction with test = knha, and a prediction from it", () => {
  const fit = metaRegression(bcg, { moderators: "~ ablat * alloc", interval: "HKSJ" });
  const last = fit.coefficients.at(-1);
  expect(last).toMatchObject({
    name: "ablat:allocsystematic",
    estimate: expect.closeTo(-0.0124917430642582, 10),
    se: expect.closeTo(0.038943840929353, 10),
    statistic: expect.closeTo(-0.3207629952813129, 8),
    df: 7,
    p: expect.closeTo(0.75775378272852, 8),
  });
  expect(last?.ci.upper).toBeCloseTo(0.079595807647461, 9);
  const [at] = predictAt(fit, { ablat: 30, alloc: "random" });
  expect(at).toMatchObject({ estimate: expect.closeTo(-0.81697364263347, 9), se: expect.closeTo(0.23823242600254, 9) });
  expect(at?.ci.lower).toBeCloseTo(-1.38030381467486, 8);
  expect(at?.pi?.lower).toBeCloseTo(-2.11920468738595, 8);
  expect(at?.pi?.upper).toBeCloseTo(0.485257402119, 8);
});

describe("curves", () => {
  test("by R's poly(ablat, 2)", () => {
    const { coefficients } = metaRegression(bcg, { moderators: "~ poly(ablat, 2)" });
    const expected = [-0.704183405605144, -1.508784192203396, -0.459406467181952];
    for (const [i, { estimate }] of coefficients.entries()) expect(estimate).toBeCloseTo(expected[i]!, 10);
  });

  /** With a knot at the median and boundary knots at the deciles, R's ns spans the same curves. */
  test("by R's ns, with Harrell's knots", () => {
    const { tau2, studies, design } = metaRegression(bcg, { moderators: "~ rcs(ablat, 3)" });
    expect(design.knots["rcs(ablat, 3)"]).toEqual([14, 33, expect.closeTo(50.4, 12)]);
    expect(tau2.value).toBeCloseTo(0.0766013176016945, 10);
    const fitted = [
      -0.976467157612165, -1.602765281686927, -0.870740918713736, -1.429898008812885, -0.247714419733818,
      -0.976467157612165, -0.268463822046045, -0.247714419733818, -0.346374342522442, -0.870740918713736,
      -0.263946372020032, -0.486766841587982, -0.486766841587982,
    ];
    for (const [i, study] of studies.entries()) expect(study.fitted).toBeCloseTo(fitted[i]!, 9);
  });
});
