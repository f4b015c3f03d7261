import {
  type IntervalMethod,
  intervals,
  leaveOneOut,
  type PoolOptions,
  pool,
  type Tau2Method,
  tau2Estimators,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";
import { faults } from "../faults.ts";

const effects = effectsOf([0.31, -0.42, 0.45, 0.02, 0.77], [0.01, 0.02, 0.005, 0.04, 0.03]);

describe.each(Object.keys(tau2Estimators) as Tau2Method[])("leaving one out by %s", (tau2) => {
  test.each(Object.keys(intervals) as IntervalMethod[])("and %s is pooling the others", (interval) => {
    const rows = leaveOneOut(effects, { tau2, interval, level: 0.9 });
    expect(rows.map(({ omitted }) => omitted)).toEqual(effects.map(({ study }) => study));
    for (const [i, { omitted: _, ...row }] of rows.entries()) {
      const {
        k,
        estimate,
        se,
        ci,
        tau2: t,
        heterogeneity,
      } = pool(effects.toSpliced(i, 1), { tau2, interval, level: 0.9 });
      const { Q, p, I2, H2 } = heterogeneity;
      expect(row).toEqual({ k, estimate, se, ci, tau2: t.value, Q, p, I2, H2 });
    }
  });
});

test("of two studies each is left alone in its turn, with its own interval by z", () => {
  const [first, second] = leaveOneOut(effects.slice(0, 2));
  expect(first).toMatchObject({ omitted: "s1", k: 1, estimate: -0.42, tau2: 0, ci: { method: "z" } });
  expect(second).toMatchObject({ omitted: "s2", k: 1, estimate: 0.31 });
});

test("effects of one name are told apart by their place", () => {
  const rows = leaveOneOut(effects.map((effect) => ({ ...effect, study: "same" })));
  expect(rows.map(({ estimate }) => estimate)).toEqual(leaveOneOut(effects).map(({ estimate }) => estimate));
});

test("the result is frozen and finite", () => {
  expect(faults(leaveOneOut(effects))).toEqual([]);
});

test.each([
  ["TOO_FEW_EFFECTS", effects.slice(0, 1), {}],
  ["NO_EFFECTS", [], {}],
  ["VARIANCE_NOT_POSITIVE", effects.map((effect) => ({ ...effect, vi: 0 })), {}],
  ["UNKNOWN_CHOICE", effects, { tau2: "ANOVA" } as unknown as PoolOptions],
])("refuses with %s", (code, list, options) => {
  expect(() => leaveOneOut(list, options)).toThrow(expect.objectContaining({ code }));
});
