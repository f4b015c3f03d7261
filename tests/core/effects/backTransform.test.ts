import { backTransform, effectSize } from "@acumeta/core";
import { describe, expect, test } from "vitest";

const counts = [0, 1, 5, 19, 20].map((a) => ({ a, n: 20 }));

describe("a proportion comes back from", () => {
  test.each([["PR"], ["PLN"], ["PLO"], ["PRZ"], ["PAS"]] as const)("%s", (id) => {
    for (const { a, n } of counts.slice(1, -1))
      expect(backTransform(id, effectSize(id, { a, n }).yi)).toBeCloseTo(a / n, 13);
  });

  test("PFT, with the number of patients, from 0 to all of them", () => {
    for (const { a, n } of counts)
      expect(backTransform("PFT", effectSize("PFT", { a, n }).yi, { n })).toBeCloseTo(a / n, 13);
  });
});

test("a rate comes back from IRLN, IRS, and with its time from IRFT", () => {
  for (const id of ["IR", "IRLN", "IRS"] as const)
    expect(backTransform(id, effectSize(id, { x: 7, t: 120 }).yi)).toBeCloseTo(7 / 120, 14);
  for (const x of [0, 7])
    expect(backTransform("IRFT", effectSize("IRFT", { x, t: 120 }).yi, { t: 120 })).toBeCloseTo(x / 120, 14);
});

test("a correlation and a reliability come back", () => {
  expect(backTransform("ZCOR", effectSize("ZCOR", { r: -0.7, n: 9 }).yi)).toBeCloseTo(-0.7, 14);
  for (const id of ["ARAW", "AHW", "ABT"] as const)
    expect(backTransform(id, effectSize(id, { alpha: 0.85, items: 8, n: 60 }).yi)).toBeCloseTo(0.85, 14);
});

test("limits of an interval beyond what a proportion can be are 0 and 1", () => {
  for (const id of ["PAS", "PFT"] as const) {
    expect(backTransform(id, -0.2, { n: 12 })).toBe(0);
    expect(backTransform(id, 1.7, { n: 12 })).toBe(1);
  }
  expect(backTransform("IRS", -0.1)).toBe(0);
  expect(backTransform("IRFT", -0.1, { t: 100 })).toBe(0);
  expect(backTransform("IRFT", 0, {})).toBe(0);
});

test("many sizes count as their harmonic mean, and without one as endless", () => {
  expect(backTransform("PFT", 1, { n: [10, 40] })).toBe(backTransform("PFT", 1, { n: 16 }));
  expect(backTransform("PFT", 1)).toBeCloseTo(backTransform("PFT", 1, { n: 1e9 }), 8);
  expect(backTransform("IRFT", 1)).toBeCloseTo(backTransform("IRFT", 1, { t: 1e9 }), 8);
});

test("sizes that are none are refused", () => {
  expect(() => backTransform("PFT", 1, { n: 0 })).toThrow(expect.objectContaining({ code: "NOT_A_VALID_NUMBER" }));
  expect(() => backTransform("PFT", 1, { n: [] })).toThrow(expect.objectContaining({ code: "TOO_FEW_EFFECTS" }));
});
