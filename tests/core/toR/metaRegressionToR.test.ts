import {
  metaRegression,
  type RegressionIntervalMethod,
  regressionIntervals,
  type Tau2Method,
  tau2Estimators,
  toR,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { bcg } from "../regression/bcg.ts";

test("columns of the model matrix are given to the last digit, without those that follow from others", () => {
  const effects = bcg.slice(0, 6).map((effect) => ({ ...effect, third: effect.ablat / 3, months: effect.ablat * 2 }));
  const code = toR(metaRegression(effects, { moderators: "~ third\n + months:third + months" }));
  expect(code).toContain("# ~ third + months:third + months");
  expect(code).toContain(`c(${effects.map(({ third }) => String(third)).join(", ")})`);
  expect(code).toContain('colnames(X) <- c("intrcpt", "third", "third:months")');
  expect(code).toContain("# months follows from other columns");
  expect(code).toContain("mods = X, intercept = FALSE");
});

describe("τ² by each estimator names its method, or is refused where metafor has none", () => {
  test.each(Object.values(tau2Estimators))("$id", ({ id, r }) => {
    const code = () => toR(metaRegression(bcg, { moderators: "~ ablat", tau2: id as Tau2Method }));
    if (r === null) expect(code).toThrow(expect.objectContaining({ code: "NOT_IN_R" }));
    else expect(code()).toContain(`method = "${r}"`);
  });
});

test.each(Object.values(regressionIntervals))("the interval $id names its test", ({ id, r }) => {
  const fit = metaRegression(bcg, { moderators: "~ ablat", interval: id as RegressionIntervalMethod });
  expect(toR(fit)).toContain(`test = "${r}"`);
});

test("a common effect has no interval of τ² and no prediction interval, a saturated model is one", () => {
  const common = toR(metaRegression(bcg, { moderators: "~ ablat", tau2: "EE" }));
  const saturated = toR(metaRegression(bcg.slice(0, 2), { moderators: "~ ablat" }));
  for (const code of [common, saturated]) {
    expect(code).toContain('method = "EE"');
    expect(code).not.toMatch(/confint|prediction intervals/);
  }
  expect(saturated).toContain('test = "z"');
});
