import {
  glassDelta,
  mdVariances,
  meanDifference,
  smdCorrections,
  smdFromD,
  smdFromMeanDifference,
  smdFromT,
  smdVariances,
  standardizedMeanDifference,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";

const groups = { n1: 30, m1: 4.2, sd1: 1.5, n2: 24, m2: 5.1, sd2: 2 };
const ofOne = { ...groups, n1: 1, n2: 1 };
const ofTwo = { ...groups, n1: 2, n2: 2 };
const swap = ({ n1, m1, sd1, n2, m2, sd2 }: typeof groups) => ({ n1: n2, m1: m2, sd1: sd2, n2: n1, m2: m1, sd2: sd1 });
const corrections = Object.keys(smdCorrections) as (keyof typeof smdCorrections)[];
const variances = (Object.keys(smdVariances) as (keyof typeof smdVariances)[]).filter((id) => id !== "AV");

describe("swapping the groups changes the sign and nothing else", () => {
  test.each(corrections.flatMap((correction) => variances.map((variance) => ({ correction, variance }))))(
    "of an SMD by $correction and $variance",
    (options) => {
      const { yi, vi } = standardizedMeanDifference(groups, options);
      const swapped = standardizedMeanDifference(swap(groups), options);
      expect(swapped.yi).toBe(-yi);
      expect(swapped.vi).toBeCloseTo(vi, 14);
    },
  );

  test.each(Object.keys(mdVariances) as (keyof typeof mdVariances)[])("of an MD by %s", (variance) => {
    const { yi, vi } = meanDifference(groups, { variance });
    expect(meanDifference(swap(groups), { variance })).toMatchObject({ yi: -yi, vi: expect.closeTo(vi, 14) });
  });
});

describe("a group of one patient", () => {
  const one = { ...groups, n1: 1, sd1: 0 };

  test("adds nothing to the pooled standard deviation", () => {
    expect(standardizedMeanDifference(one, { correction: "none" }).yi).toBeCloseTo(-0.9 / 2, 14);
    expect(standardizedMeanDifference({ ...one, sd1: 99 }).yi).toBe(standardizedMeanDifference(one).yi);
  });

  test("beside a group without spread leaves none to divide by, whatever its own", () => {
    const none = { ...groups, n1: 1, sd1: 3, sd2: 0 };
    for (const variance of variances)
      expect(() => standardizedMeanDifference(none, { variance })).toThrow(
        expect.objectContaining({ code: "NO_SPREAD" }),
      );
    expect(() => meanDifference(none, { variance: "pooled" })).toThrow(expect.objectContaining({ code: "NO_SPREAD" }));
  });
});

test("one standard deviation of 0 is allowed, two are not", () => {
  const pooled = Math.sqrt((23 * 4) / 52);
  expect(standardizedMeanDifference({ ...groups, sd1: 0 }, { correction: "none" }).yi).toBeCloseTo(-0.9 / pooled, 14);
  expect(meanDifference({ ...groups, sd1: 0 }).vi).toBeCloseTo(4 / 24, 14);
  for (const measure of [standardizedMeanDifference, meanDifference, glassDelta])
    expect(() => measure({ ...groups, sd1: 0, sd2: 0 })).toThrow(expect.objectContaining({ code: "NO_SPREAD" }));
  expect(() => glassDelta({ ...groups, sd2: 0 })).toThrow(expect.objectContaining({ code: "NO_SPREAD" }));
});

test("the correction J makes g smaller than d, by about 3/(4m - 1)", () => {
  const d = standardizedMeanDifference(groups, { correction: "none" }).yi;
  expect(standardizedMeanDifference(groups, { correction: "approximate" }).yi / d).toBeCloseTo(1 - 3 / 207, 14);
  expect(standardizedMeanDifference(groups).yi / d).toBeCloseTo(1 - 3 / 207, 4);
});

test("t, d, MD with its SD, and the groups themselves give the same SMD", () => {
  const { n1, n2, sd1, sd2 } = groups;
  const sd = Math.sqrt(((n1 - 1) * sd1 ** 2 + (n2 - 1) * sd2 ** 2) / (n1 + n2 - 2));
  const se = sd * Math.sqrt(1 / n1 + 1 / n2);
  const { yi, vi } = standardizedMeanDifference(groups);
  const same = { yi: expect.closeTo(yi, 13), vi: expect.closeTo(vi, 13) };
  expect(smdFromD({ d: -0.9 / sd, n1, n2 })).toMatchObject(same);
  expect(smdFromT({ t: -0.9 / se, n1, n2 })).toMatchObject(same);
  expect(smdFromMeanDifference({ md: -0.9, sd, n1, n2 })).toMatchObject(same);
  expect(smdFromMeanDifference({ md: -0.9, se, n1, n2 })).toMatchObject(same);
  expect(smdFromMeanDifference({ md: -0.9, sd, se, n1, n2 })).toMatchObject(same);
});

test("an adjusted analysis keeps its precision", () => {
  const plain = smdFromMeanDifference({ md: 1, sd: 2, n1: 30, n2: 30 });
  const adjusted = smdFromMeanDifference({ md: 1, sd: 2, se: 0.4, n1: 30, n2: 30 });
  expect(adjusted.yi).toBe(plain.yi);
  expect(adjusted.vi).toBeLessThan(plain.vi);
});

test("effects are frozen and finite", () => {
  const effects = [standardizedMeanDifference(groups), meanDifference(groups), glassDelta(groups)];
  expect(effects.flatMap((effect) => faults(effect))).toEqual([]);
});

test.each([
  ["NOT_A_VALID_NUMBER", "no patients", () => standardizedMeanDifference({ ...groups, n1: 0 })],
  ["NOT_A_VALID_NUMBER", "a negative SD", () => meanDifference({ ...groups, sd1: -1 })],
  ["NOT_A_VALID_NUMBER", "a mean that is NaN", () => glassDelta({ ...groups, m1: Number.NaN })],
  ["GROUPS_TOO_SMALL", "3 patients, for an SMD", () => standardizedMeanDifference({ ...groups, n1: 1, n2: 2 })],
  ["GROUPS_TOO_SMALL", "4 patients, for H0", () => standardizedMeanDifference(ofTwo, { variance: "H0" })],
  ["GROUPS_TOO_SMALL", "2 patients, to pool their SDs", () => meanDifference(ofOne, { variance: "pooled" })],
  ["GROUPS_TOO_SMALL", "1 control, for Glass's Δ", () => glassDelta({ ...groups, n2: 1 })],
  ["NEEDS_WHOLE_TABLE", "AV for one study", () => standardizedMeanDifference(groups, { variance: "AV" })],
  ["NEEDS_WHOLE_TABLE", "AV for one d", () => smdFromD({ d: 1, n1: 9, n2: 9 }, { variance: "AV" })],
  ["MISSING_INPUT", "neither SD nor SE", () => smdFromMeanDifference({ md: 1, n1: 9, n2: 9 })],
  ["UNKNOWN_CHOICE", "a correction", () => standardizedMeanDifference(groups, { correction: "J" as "exact" })],
  ["UNKNOWN_CHOICE", "a variance", () => meanDifference(groups, { variance: "equal" as "pooled" })],
  ["OUT_OF_RANGE", "a difference beyond doubles", () => meanDifference({ ...groups, m1: 1e308, m2: -1e308 })],
  ["OUT_OF_RANGE", "a variance beyond doubles", () => meanDifference({ ...groups, sd1: 1e200 })],
  ["OUT_OF_RANGE", "a Δ beyond doubles", () => glassDelta({ ...groups, sd2: 1e-300 })],
  ["OUT_OF_RANGE", "an SMD beyond doubles", () => standardizedMeanDifference({ ...groups, m1: 1e300 })],
] as const)("refuses with %s %s", (code, _, run) => {
  expect(run).toThrow(expect.objectContaining({ code }));
});
