import {
  type Effect,
  type IntervalMethod,
  intervals,
  pool,
  type Tau2Method,
  tau2Estimators,
  tau2Intervals,
  toR,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";

const effects: readonly Effect<"logRR">[] = [-0.8893, -1.5854, 0.012, 1 / 3].map((yi, i) => ({
  study: `Said "so" ${i}`,
  measure: "logRR",
  yi,
  vi: 0.1 * (i + 1),
}));

test("effects and variances are given to the last digit, names as R reads them", () => {
  const code = toR(pool(effects));
  expect(code).toContain("yi <- c(-0.8893, -1.5854, 0.012, 0.3333333333333333)");
  expect(code).toContain("vi <- c(0.1, 0.2, 0.30000000000000004, 0.4)");
  expect(code).toContain('"Said \\"so\\" 3"');
});

describe("τ² by each estimator names its method, or is refused where metafor has none", () => {
  test.each(Object.values(tau2Estimators))("$id", ({ id, r }) => {
    const code = () => toR(pool(effects, { tau2: id as Tau2Method }));
    if (r === null) expect(code).toThrow(expect.objectContaining({ code: "NOT_IN_R" }));
    else expect(code()).toContain(`method = "${r}"`);
  });
});

test.each(Object.values(intervals))("the interval $id names its test, or says that metafor has none", ({ id, r }) => {
  const code = toR(pool(effects, { interval: id as IntervalMethod }));
  expect(code).toContain(r === null ? `# interval "${id}": metafor has no counterpart` : `test = "${r}"`);
});

test.each(Object.values(tau2Intervals))("the interval of τ² by $id is asked for, or missed", ({ id, r }) => {
  const code = toR(pool(effects, { tau2Interval: id }));
  expect(code).toContain(r === null ? `# interval of τ² "${id}"` : `confint(fit, digits = 8, ${r}`);
});

test("a single study is a common-effect model without intervals of τ² and prediction", () => {
  const code = toR(pool(effects.slice(0, 1)));
  expect(code).toContain('method = "EE", test = "z"');
  expect(code).not.toMatch(/confint|prediction/);
});
