import {
  effectSize,
  effectSizes,
  pointBiserialFromT,
  ratioCorrections,
  standardizedChangeFromT,
  standardizedMeanDifference,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";

const groups = { n1: 30, m1: 4.2, sd1: 1.5, n2: 24, m2: 5.1, sd2: 2 };
const paired = { n: 40, m1: 4.2, sd1: 1.5, m2: 5.1, sd2: 2, r: 0.4 };

describe("swapping groups or times changes the sign and nothing else", () => {
  const { n1, m1, sd1, n2, m2, sd2 } = groups;
  const swapped = { n1: n2, m1: m2, sd1: sd2, n2: n1, m2: m1, sd2: sd1 };

  test.each([["SMDH"], ["ROM"], ["CVR"], ["VR"], ["RPB"], ["ZPB"], ["RBIS"], ["D2ORN"], ["D2ORL"]] as const)(
    "of %s",
    (id) => {
      const { yi, vi } = effectSize(id, groups);
      const other = effectSize(id, swapped);
      expect(other.yi).toBeCloseTo(-yi, 13);
      expect(other.vi).toBeCloseTo(vi, 13);
    },
  );

  test.each([["MC"], ["SMCC"], ["SMCRP"], ["SMCRPH"], ["ROMC"], ["VRC"], ["CVRC"]] as const)("of %s", (id) => {
    const { yi, vi } = effectSize(id, paired);
    const other = effectSize(id, { n: 40, m1: paired.m2, sd1: paired.sd2, m2: paired.m1, sd2: paired.sd1, r: 0.4 });
    expect(other.yi).toBeCloseTo(-yi, 13);
    expect(other.vi).toBeCloseTo(vi, 13);
  });
});

test("with groups of one size and equal spreads SMDH is the SMD", () => {
  const equal = { ...groups, n2: 30, sd2: 1.5 };
  expect(effectSize("SMDH", equal).yi).toBeCloseTo(standardizedMeanDifference(equal).yi, 13);
});

test("the bias correction of ratios fades with the number of patients, and changes no variance", () => {
  for (const id of ["ROM", "CVR", "VR"] as const) {
    const gap = (n: number) => {
      const row = { ...groups, n1: n, n2: 2 * n };
      const plain = effectSize(id, row, { correction: "none" });
      const corrected = effectSize(id, row);
      expect(corrected.vi).toBe(plain.vi);
      return Math.abs(corrected.yi - plain.yi);
    };
    expect(gap(10)).toBeGreaterThan(0);
    expect(gap(10000) / gap(10)).toBeLessThan(2e-3);
  }
  expect(Object.keys(ratioCorrections)).toEqual(["bias", "none"]);
});

test("the log ratio of CVs is that of spreads less that of means", () => {
  const plain = { correction: "none" } as const;
  const of = (id: "CVR" | "VR" | "ROM") => effectSize(id, groups, plain).yi;
  expect(of("CVR")).toBeCloseTo(of("VR") - of("ROM"), 13);
});

test.each([
  ["ROM", { ...groups, m2: -1 }],
  ["ROM", { ...groups, m1: 0 }],
  ["VR", { ...groups, sd1: 0 }],
  ["SMD1", { ...groups, sd2: 0 }],
  ["SMCC", { ...paired, sd1: 2, r: 1 }],
  ["SMCR", { ...paired, sd1: 0 }],
  ["ROMC", { ...paired, m1: -1 }],
  ["ZCOR", { r: 1, n: 9 }],
  ["ABT", { alpha: 1, items: 5, n: 9 }],
] as const)("%s is undefined, and says why, for %j", (id, row) => {
  const table = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, [value]]));
  const [effect] = effectSizes<typeof id>(id, table as never);
  expect(effect).toMatchObject({ yi: null, vi: null });
  expect(effect!.rules.at(-1)).toMatch(/^undefined: /);
  expect(() => effectSize<typeof id>(id, row as never)).toThrow(expect.objectContaining({ code: "UNDEFINED_EFFECT" }));
});

test("t statistics give what the groups they are of give", () => {
  const equal = { n1: 12, m1: 1, sd1: 1, n2: 12, m2: 0.2, sd2: 1 };
  const t = 0.8 / Math.sqrt(1 / 12 + 1 / 12);
  expect(pointBiserialFromT({ t, n1: 12, n2: 12 }).yi).toBeCloseTo(effectSize("RPB", equal).yi, 14);
  const change = Math.sqrt(1.5 ** 2 + 4 - 2 * 0.4 * 3);
  expect(standardizedChangeFromT({ t: (-0.9 / change) * Math.sqrt(40), n: 40 }).yi).toBeCloseTo(
    effectSize("SMCC", paired).yi,
    13,
  );
});

test("a biserial correlation beyond 1 keeps a variance above 0", () => {
  const { yi, vi } = effectSize("RBIS", { n1: 20, m1: 9, sd1: 1, n2: 20, m2: 0, sd2: 1 });
  expect(yi).toBeGreaterThan(1);
  expect(vi).toBeGreaterThan(0);
});

test("groups too small for a measure are refused", () => {
  const refusal = expect.objectContaining({ code: "NOT_A_VALID_NUMBER" });
  expect(() => effectSize("SMDH", { ...groups, n1: 1 })).toThrow(refusal);
  expect(() => effectSize("SMD1", { ...groups, n2: 2 })).toThrow(refusal);
  expect(() => effectSize("SMCC", { ...paired, n: 2 })).toThrow(refusal);
  expect(() => effectSize("ZCOR", { r: 0.1, n: 3 })).toThrow(refusal);
  expect(() => effectSize("ZPCOR", { r: 0.1, n: 7, m: 5 })).toThrow(refusal);
  expect(() => effectSize("RPB", { ...groups, n1: 1, n2: 1 })).toThrow(refusal);
});
