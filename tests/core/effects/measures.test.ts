import { asMeasure, backTransform, effectSize, effectSizes, type Measure, measures } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { faults } from "../faults.ts";

/** A study that any measure can be computed of. */
const study: Readonly<Record<string, number>> = {
  ...{ a: 6, c: 9, n1: 30, n2: 24, m1: 4.2, m2: 5.1, sd1: 1.5, sd2: 2, x1: 9, t1: 413, x2: 19, t2: 398 },
  ...{ n: 40, r: 0.4, m: 2, x: 7, t: 120, alpha: 0.8, items: 12 },
};

const ids = Object.keys(measures) as Measure[];
const rowOf = (id: Measure) =>
  Object.fromEntries((measures[id].columns as readonly string[]).map((name) => [name, study[name]!]));
const tableOf = (id: Measure, k: number) =>
  Object.fromEntries(Object.entries(rowOf(id)).map(([name, value]) => [name, Array<number>(k).fill(value)]));
const one = (id: Measure) => effectSize<Measure>(id, rowOf(id) as never);

describe.each(ids)("the measure %s", (id) => {
  test("computes a frozen effect with a variance above 0", () => {
    const effect = one(id);
    expect(effect.measure).toBe(id);
    expect(effect.vi).toBeGreaterThan(0);
    expect(faults(effect)).toEqual([]);
  });

  test("gives in a table what it gives alone, in order, and no rows of none", () => {
    expect(effectSizes<Measure>(id, tableOf(id, 2) as never)).toEqual([one(id), one(id)]);
    expect(effectSizes<Measure>(id, tableOf(id, 0) as never)).toEqual([]);
  });

  test("names every column of a table that lacks one", () => {
    const [missing] = measures[id].columns;
    const { [missing as string]: _, ...others } = tableOf(id, 2);
    expect(() => effectSizes<Measure>(id, others as never)).toThrow(
      expect.objectContaining({ code: "UNEQUAL_COLUMNS", message: expect.stringContaining(`${missing}: 0 values`) }),
    );
  });

  test("refuses values that are no numbers", () => {
    for (const name of measures[id].columns as readonly string[])
      expect(() => effectSize<Measure>(id, { ...rowOf(id), [name]: Number.NaN } as never), name).toThrow(
        expect.objectContaining({ name: "MetaError" }),
      );
  });

  test("is read on a finite scale that rises with the effect", () => {
    const { yi } = one(id);
    expect(Number.isFinite(backTransform(id, yi))).toBe(true);
    expect(backTransform(id, yi + 0.01)).toBeGreaterThan(backTransform(id, yi));
  });
});

test("a measure stands for another one that exists, and is taken for it with a rule", () => {
  for (const id of ids) {
    const { standsFor } = measures[id];
    if (standsFor === null) continue;
    expect(ids).toContain(standsFor);
    const taken = asMeasure(one(id), standsFor as Measure);
    expect(taken).toMatchObject({ measure: standsFor, yi: one(id).yi, vi: one(id).vi });
    expect(taken.rules.at(-1)).toBe(`${id} taken for ${standsFor}`);
  }
});

test("an effect keeps its name and size when it is taken for another measure", () => {
  const effect = { study: "Haake", n: 262, ...one("OR2DL") };
  expect(asMeasure(effect, "SMD")).toMatchObject({ study: "Haake", n: 262, measure: "SMD" });
});

test.each([
  ["SMD", "MD", /none: a SMD stands for no other/],
  ["OR2DL", "COR", /allowed: SMD/],
] as const)("a %s is not taken for a %s", (from, to, message) => {
  expect(() => asMeasure(one(from), to)).toThrow(
    expect.objectContaining({ code: "NOT_THAT_MEASURE", message: expect.stringMatching(message) }),
  );
});

test("the variance AV needs a table, of correlations too", () => {
  const row = { r: 0.3, n: 20 };
  expect(() => effectSize("COR", row, { variance: "AV" })).toThrow(
    expect.objectContaining({ code: "NEEDS_WHOLE_TABLE" }),
  );
  const rows = effectSizes("COR", { r: [0.2, 0.5], n: [20, 40] }, { variance: "AV" });
  expect(rows[0]!.vi).toBeCloseTo((1 - 0.4 ** 2) ** 2 / 19, 14);
});

test.each([
  ["OR2DL", "OR2DN", "PBIT"],
  ["SMDH", "SMD1", "SMD1H"],
] as const)("%s, %s and %s of the same study lie close together", (...three) => {
  const values = three.map((id) => one(id).yi);
  expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.25);
});
