import { oddsRatioToSmd, sdOfChange } from "@acumeta/core";
import { sampleCorrelation, sampleStandardDeviation } from "simple-statistics";
import { expect, test } from "vitest";

test("the SD of a change is that of the differences of raw data", () => {
  const before = [61, 55, 72, 80, 43, 66];
  const after = [40, 52, 51, 66, 41, 37];
  const [sd1, sd2] = [sampleStandardDeviation(before), sampleStandardDeviation(after)];
  const change = before.map((value, i) => value - after[i]!);
  const { value } = sdOfChange({ sd1, sd2, r: sampleCorrelation(before, after) });
  expect(value).toBeCloseTo(sampleStandardDeviation(change), 10);
});

test("a correlation of 1 leaves the difference of the SDs, one of -1 their sum", () => {
  expect(sdOfChange({ sd1: 3, sd2: 2, r: 1 }).value).toBe(1);
  expect(sdOfChange({ sd1: 3, sd2: 2, r: -1 }).value).toBe(5);
  expect(sdOfChange({ sd1: 0.3, sd2: 0.3, r: 1 }).value).toBe(0);
});

test.each([
  [{ sd1: -1, sd2: 1, r: 0 }],
  [{ sd1: 1, sd2: Number.NaN, r: 0 }],
  [{ sd1: 1, sd2: 1, r: 1.01 }],
  [{ sd1: 1, sd2: 1, r: Number.NaN }],
])("refuses %j", (reported) => {
  expect(() => sdOfChange(reported)).toThrow(expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }));
});

test("an odds ratio keeps its z value as an SMD", () => {
  const { yi, vi } = oddsRatioToSmd({ yi: -0.7, vi: 0.09 });
  expect(yi).toBeCloseTo((-0.7 * Math.sqrt(3)) / Math.PI, 14);
  expect(yi / Math.sqrt(vi)).toBeCloseTo(-0.7 / 0.3, 13);
  expect(() => oddsRatioToSmd({ yi: 1, vi: 0 })).toThrow(expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }));
});
