import { effectSize, effectSizes } from "@acumeta/core";
import { describe, expect, test } from "vitest";

const zero = { a: 0, n1: 20, c: 3, n2: 20 };

describe("measures that are defined at 0 leave it as it is, and say so", () => {
  test.each([["AS"], ["PHI"], ["ZPHI"]] as const)("%s of a table", (id) => {
    expect(effectSize(id, zero).rules).toEqual(["a count of 0, left as it is"]);
    expect(effectSize(id, zero, { to: "only0" }).rules).toEqual(["0.5 added to every cell (studies with a zero cell)"]);
  });

  test("PAS, PFT, IRS, IRFT and IRSD", () => {
    expect(effectSize("PAS", { a: 0, n: 9 })).toMatchObject({ yi: 0, vi: 1 / 36 });
    expect(effectSize("PFT", { a: 0, n: 9 }).yi).toBeCloseTo(Math.asin(Math.sqrt(0.1)) / 2, 14);
    expect(effectSize("IRS", { x: 0, t: 9 }).yi).toBe(0);
    expect(effectSize("IRFT", { x: 0, t: 9 }).yi).toBeCloseTo(1 / 6, 14);
    expect(effectSize("IRSD", { x1: 0, t1: 9, x2: 0, t2: 4 })).toMatchObject({
      yi: 0,
      rules: ["a count of 0, left as it is", "kept, with no events in both groups"],
    });
  });
});

describe("measures that are not get ½, and say so", () => {
  test.each([["PR"], ["PLN"], ["PLO"], ["PRZ"]] as const)("%s, in patients with and without event", (id) => {
    const corrected = effectSize(id, { a: 9, n: 9 });
    expect(corrected.rules).toEqual(["0.5 added to patients with and without event (studies with a zero cell)"]);
    expect(corrected.yi).toBeCloseTo(effectSize(id, { a: 9.5, n: 10 }).yi, 14);
  });

  test("rates, in events and not in time", () => {
    expect(effectSize("IRLN", { x: 0, t: 9 }).yi).toBeCloseTo(Math.log(0.5 / 9), 14);
    expect(effectSize("logIRR", { x1: 0, t1: 9, x2: 4, t2: 9 }).yi).toBeCloseTo(Math.log(0.5 / 4.5), 14);
  });
});

describe("without correction", () => {
  test.each([
    ["PLO", { a: 0, n: 9 }],
    ["PRZ", { a: 9, n: 9 }],
    ["PLN", { a: 0, n: 9 }],
  ] as const)("%s is undefined at 0", (id, row) => {
    expect(() => effectSize(id, row, { to: "none" })).toThrow(
      expect.objectContaining({ code: "UNDEFINED_EFFECT", message: expect.stringContaining("without correction") }),
    );
  });

  test("a proportion of 0 has variance 0 and can't be pooled", () => {
    expect(effectSize("PR", { a: 0, n: 9 }, { to: "none" })).toMatchObject({ yi: 0, vi: 0 });
  });

  test("Peto's odds ratio needs none, unless both groups have nothing but zeros", () => {
    expect(effectSize("PETO", zero, { to: "none" }).yi).toBeCloseTo(-1.5 / ((20 * 20 * 3 * 37) / (1600 * 39)), 13);
    expect(() => effectSize("PETO", { ...zero, c: 0 }, { to: "none" })).toThrow(
      expect.objectContaining({ code: "UNDEFINED_EFFECT" }),
    );
  });
});

test("if0all looks at every rate, and a dropped double zero does not count", () => {
  const table = { x1: [0, 4], t1: [9, 9], x2: [0, 5], t2: [9, 9] };
  const [first, second] = effectSizes("logIRR", table, { to: "if0all" });
  expect(first!.rules).toHaveLength(2);
  expect(second!.yi).toBeCloseTo(Math.log(4.5 / 5.5), 14);
  const [dropped, other] = effectSizes("logIRR", table, { to: "if0all", dropDoubleZero: true });
  expect(dropped).toMatchObject({ yi: null, rules: ["dropped: no events in both groups"] });
  expect(other).toMatchObject({ yi: Math.log(4 / 9) - Math.log(5 / 9), rules: [] });
});

test("a double zero that is kept is named", () => {
  const { rules } = effectSize("logOR", { a: 0, n1: 9, c: 0, n2: 9 });
  expect(rules).toEqual([
    "0.5 added to every cell (studies with a zero cell)",
    "kept, with no events, or only events, in both groups",
  ]);
});
