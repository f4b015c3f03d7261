import { effectSizes, logRiskRatio, type Measure, meanDifference, standardizedMeanDifference } from "@acumeta/core";
import { expect, test } from "vitest";
import { faults } from "../faults.ts";

const means = { n1: [30, 12], m1: [4.2, 1], sd1: [1.5, 1], n2: [24, 15], m2: [5.1, 0], sd2: [2, 1.2] };
const rowOf = (i: number) =>
  Object.fromEntries(Object.entries(means).map(([name, column]) => [name, column[i]])) as unknown as Parameters<
    typeof meanDifference
  >[0];

test("a table is its rows, one by one", () => {
  expect(effectSizes("SMD", means)).toEqual([0, 1].map((i) => standardizedMeanDifference(rowOf(i))));
  expect(effectSizes("MD", means, { variance: "pooled" })).toEqual(
    [0, 1].map((i) => meanDifference(rowOf(i), { variance: "pooled" })),
  );
  expect(effectSizes("logRR", { a: [4], n1: [20], c: [5], n2: [20] })).toEqual([
    logRiskRatio({ a: 4, n1: 20, c: 5, n2: 20 }),
  ]);
});

test("the variance AV takes the mean of g, weighted by patients, for every study", () => {
  const rows = effectSizes("SMD", means, { variance: "AV" });
  const [first, second] = effectSizes("SMD", means);
  const mean = (54 * first!.yi! + 27 * second!.yi!) / 81;
  expect(rows.map(({ yi }) => yi)).toEqual([first!.yi, second!.yi]);
  expect(rows[0]!.vi).toBeCloseTo(1 / 30 + 1 / 24 + mean ** 2 / (2 * 54), 14);
  expect(rows[1]!.vi).toBeCloseTo(1 / 12 + 1 / 15 + mean ** 2 / (2 * 27), 14);
});

test("an undefined effect keeps its place and says why", () => {
  const rows = effectSizes("logOR", { a: [0, 4, 0], n1: [9, 9, 9], c: [2, 3, 0], n2: [9, 9, 9] }, { to: "none" });
  expect(rows.map(({ yi }) => yi === null)).toEqual([true, false, true]);
  expect(rows[0]!.rules.at(-1)).toBe("undefined: a zero cell without correction");
  expect(faults(rows)).toEqual([]);
});

test("an empty table has no rows", () => {
  expect(effectSizes("RD", { a: [], n1: [], c: [], n2: [] })).toEqual([]);
});

test("columns of unequal length are named with their lengths", () => {
  expect(() => effectSizes("RD", { a: [1, 2], n1: [9], c: [1, 2], n2: [9, 9] })).toThrow(
    expect.objectContaining({
      code: "UNEQUAL_COLUMNS",
      message: expect.stringContaining("a: 2 values, n1: 1 values, c: 2 values, n2: 2 values"),
    }),
  );
});

test("a missing column is one of length 0", () => {
  const missing = { a: [1], n1: [9], c: [1] } as unknown as { a: number[]; n1: number[]; c: number[]; n2: number[] };
  expect(() => effectSizes("RD", missing)).toThrow(
    expect.objectContaining({ message: expect.stringContaining("n2: 0") }),
  );
});

test("an unknown measure is answered with the known ones", () => {
  expect(() => effectSizes("OR" as Measure, { a: [1], n1: [9], c: [1], n2: [9] })).toThrow(/SMD, MD, logRR, logOR, RD/);
});
