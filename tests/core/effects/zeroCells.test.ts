import { effectSizes, logOddsRatio, logRiskRatio, riskDifference, zeroCellTargets } from "@acumeta/core";
import { describe, expect, test } from "vitest";

const half = Math.log(0.5 / 20.5) - Math.log(3.5 / 17.5);
const noZero = { a: 4, n1: 20, c: 5, n2: 20 };
const zero = { a: 0, n1: 20, c: 3, n2: 20 };
const doubleZero = { a: 0, n1: 20, c: 0, n2: 25 };
const allEvents = { a: 20, n1: 20, c: 25, n2: 25 };
const columns = { a: [0, 4], n1: [20, 20], c: [3, 5], n2: [20, 20] };

test("half a patient is added to every cell of a study with a zero cell, and said so", () => {
  const { yi, vi, rules } = logOddsRatio(zero);
  expect(yi).toBeCloseTo(half, 12);
  expect(vi).toBeCloseTo(1 / 0.5 + 1 / 20.5 + 1 / 3.5 + 1 / 17.5, 12);
  expect(rules).toEqual(["0.5 added to every cell (studies with a zero cell)"]);
});

test("the corrected risk ratio counts the added patients in both rows of the table", () => {
  expect(logRiskRatio(zero).yi).toBeCloseTo(Math.log(0.5 / 21) - Math.log(3.5 / 21), 12);
  expect(riskDifference(zero).yi).toBeCloseTo(0.5 / 21 - 3.5 / 21, 12);
});

const uncorrected = Math.log(4 / 16) - Math.log(5 / 15);
const corrected = Math.log(4.5 / 16.5) - Math.log(5.5 / 15.5);

test.each([
  ["only0", [half, uncorrected]],
  ["if0all", [half, corrected]],
  ["all", [half, corrected]],
  ["none", [null, uncorrected]],
] as const)("a table with one zero cell, corrected to %s", (to, expected) => {
  const rows = effectSizes("logOR", columns, { to });
  for (const [i, { yi }] of rows.entries())
    if (expected[i] === null) expect(yi).toBeNull();
    else expect(yi).toBeCloseTo(expected[i]!, 12);
});

test("every policy is tested above", () => {
  expect(Object.keys(zeroCellTargets).sort()).toEqual(["all", "if0all", "none", "only0"]);
});

test("if0all corrects nothing where no study has a zero cell", () => {
  expect(logOddsRatio(noZero, { to: "if0all" })).toEqual(logOddsRatio(noZero, { to: "none" }));
});

test("a dropped double zero does not make if0all correct the others", () => {
  const table = { a: [0, 4], n1: [20, 20], c: [0, 5], n2: [25, 20] };
  const [dropped, other] = effectSizes("logOR", table, { to: "if0all", dropDoubleZero: true });
  expect(dropped).toMatchObject({ yi: null, rules: ["dropped: no events, or only events, in both groups"] });
  expect(other?.yi).toBeCloseTo(uncorrected, 12);
});

test("adding 0 is no correction", () => {
  expect(() => logOddsRatio(zero, { add: 0 })).toThrow(expect.objectContaining({ code: "ZERO_CELL" }));
  expect(logOddsRatio(noZero, { add: 0, to: "all" }).rules).toEqual([]);
});

describe.each([
  ["no events in either group", doubleZero],
  ["only events in both groups", allEvents],
])("%s", (_, table) => {
  test.each([logOddsRatio, logRiskRatio, riskDifference])(
    "is refused by $name where it is to be dropped",
    (measure) => {
      expect(() => measure(table, { dropDoubleZero: true })).toThrow(expect.objectContaining({ code: "DOUBLE_ZERO" }));
    },
  );

  test.each([logOddsRatio, logRiskRatio, riskDifference])("gives $name about no effect otherwise", (measure) => {
    const { yi, vi } = measure(table);
    expect(Math.abs(yi)).toBeLessThan(0.25);
    expect(vi).toBeGreaterThan(0);
  });
});

test("without correction events in all patients of both groups leave a risk ratio and difference of variance 0", () => {
  expect(logRiskRatio(allEvents, { to: "none" })).toMatchObject({ yi: 0, vi: 0 });
  expect(riskDifference(allEvents, { to: "none" })).toMatchObject({ yi: 0, vi: 0 });
});

test.each([logOddsRatio, logRiskRatio, riskDifference])("$name changes its sign when the groups are swapped", (of) => {
  for (const { a, n1, c, n2 } of [noZero, zero, { a: 7, n1: 31, c: 2, n2: 9 }]) {
    const swapped = of({ a: c, n1: n2, c: a, n2: n1 });
    expect(swapped.yi).toBeCloseTo(-of({ a, n1, c, n2 }).yi, 14);
    expect(swapped.vi).toBeCloseTo(of({ a, n1, c, n2 }).vi, 14);
  }
});

test.each([
  ["EVENTS_EXCEED_TOTAL", { ...noZero, a: 21 }, {}],
  ["EVENTS_EXCEED_TOTAL", { ...noZero, c: 21 }, {}],
  ["NOT_A_VALID_NUMBER", { ...noZero, a: -1 }, {}],
  ["NOT_A_VALID_NUMBER", { ...noZero, n2: 0 }, {}],
  ["NOT_A_VALID_NUMBER", { ...noZero, a: Number.NaN }, {}],
  ["NOT_A_VALID_NUMBER", { ...noZero, n1: Number.POSITIVE_INFINITY }, {}],
  ["NOT_A_VALID_NUMBER", noZero, { add: -0.5 }],
  ["UNKNOWN_CHOICE", noZero, { to: "some" as "all" }],
  ["ZERO_CELL", zero, { to: "none" }],
] as const)("refuses with %s the table %j, options %j", (code, table, options) => {
  expect(() => logOddsRatio(table, options)).toThrow(expect.objectContaining({ code }));
});

test("more events than patients among few is asked whether it is a percentage", () => {
  expect(() => logOddsRatio({ ...noZero, a: 60 })).toThrow(/60 events among 20 patients.*Is it a percentage\?/);
});
