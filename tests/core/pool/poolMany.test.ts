import {
  type EffectColumns,
  type IntervalMethod,
  intervals,
  type PoolOptions,
  pool,
  poolMany,
  type Tau2Method,
  tau2Estimators,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { edgeCases } from "../edgeCases.ts";

const groups = Object.values(edgeCases);
const all = groups.flat();
const ends = groups.map((_, g) => groups.slice(0, g + 1).flat().length);
const columns: EffectColumns = {
  y: Float64Array.from(all, ({ yi }) => yi),
  v: Float64Array.from(all, ({ vi }) => vi),
  offsets: Int32Array.of(0, ...ends),
};
const methods = (Object.keys(tau2Estimators) as Tau2Method[]).flatMap((tau2) =>
  (Object.keys(intervals) as IntervalMethod[]).map((interval) => ({ tau2, interval })),
);

test.each(methods)("groups pooled at once are as pooled one by one, by $tau2 and $interval", (options) => {
  const many = poolMany(columns, { ...options, level: 0.9 });
  for (const [g, effects] of groups.entries()) {
    const fit = pool(effects, { ...options, level: 0.9 });
    expect({
      k: many.k[g],
      estimate: many.estimate[g],
      se: many.se[g],
      lower: many.ciLower[g],
      upper: many.ciUpper[g],
      tau2: many.tau2[g],
      Q: many.Q[g],
      I2: many.I2[g],
      converged: many.converged[g] === 1,
    }).toEqual({
      k: fit.k,
      estimate: fit.estimate,
      se: fit.se,
      lower: fit.ci.lower,
      upper: fit.ci.upper,
      tau2: fit.tau2.value,
      Q: fit.heterogeneity.Q,
      I2: fit.heterogeneity.I2,
      converged: fit.tau2.converged,
    });
  }
});

test("the columns stay as they were", () => {
  const before = structuredClone(columns);
  poolMany(columns);
  expect(columns).toEqual(before);
});

test("no groups give empty columns", () => {
  const none = { y: new Float64Array(0), v: new Float64Array(0), offsets: Int32Array.of(0) };
  expect(poolMany(none).estimate).toHaveLength(0);
});

test("offsets may be unsigned", () => {
  expect(poolMany({ ...columns, offsets: Uint32Array.from(columns.offsets) })).toEqual(poolMany(columns));
});

describe("refuses, naming the place,", () => {
  const good = { y: [0.1, 0.5, 0.3], v: [0.02, 0.05, 0.01], offsets: [0, 1, 3] };
  const refusal = (change: Partial<typeof good>, options: PoolOptions = {}) => {
    const { y, v, offsets } = { ...good, ...change };
    const columns = { y: Float64Array.from(y), v: Float64Array.from(v), offsets: Int32Array.from(offsets) };
    return () => poolMany(columns, options);
  };

  test.each([
    ["offsets that are missing", { offsets: [] }, "found undefined first"],
    ["offsets that do not begin with 0", { offsets: [1, 3] }, "found 1 first"],
    ["offsets that end too early", { offsets: [0, 2] }, "found 2 last"],
    ["offsets that end too late", { offsets: [0, 4] }, "found 4 last"],
    ["an empty group", { offsets: [0, 1, 1, 3] }, "found group 1 without effects"],
    ["offsets that fall", { offsets: [0, 2, 1, 3] }, "found group 1 without effects"],
  ])("%s", (_, change, found) => {
    expect(refusal(change)).toThrow(expect.objectContaining({ code: "BAD_OFFSETS" }));
    expect(refusal(change)).toThrow(found);
  });

  test("columns of unequal length", () => {
    expect(refusal({ v: [0.02, 0.05] })).toThrow(/y: 3 values, v: 2 values.*UNEQUAL_COLUMNS/);
  });

  test.each([
    ["yi NaN", { y: [0.1, Number.NaN, 0.3] }],
    ["vi NaN", { v: [0.02, Number.NaN, 0.01] }],
    ["yi Infinity", { y: [0.1, Number.POSITIVE_INFINITY, 0.3] }],
    ["vi 0", { v: [0.02, 0, 0.01] }],
    ["vi -1", { v: [0.02, -1, 0.01] }],
    ["vi 1e+61", { v: [0.02, 1e61, 0.01] }],
  ])("%s", (found, change) => {
    expect(refusal(change)).toThrow(expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }));
    expect(refusal(change)).toThrow("column y, v [1]");
    expect(refusal(change)).toThrow(found);
  });

  test("unknown choices", () => {
    expect(refusal({}, { tau2: "ANOVA" as "DL" })).toThrow(/UNKNOWN_CHOICE/);
    expect(refusal({}, { level: 95 })).toThrow(/LEVEL_OUT_OF_RANGE/);
  });
});
