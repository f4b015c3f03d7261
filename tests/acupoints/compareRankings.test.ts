import { compareRankings, type RankedItem } from "@acumeta/acupoints";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const ranked = (...values: readonly number[]): readonly RankedItem[] =>
  values.map((value, i) => ({ name: `P${i}`, value }));

describe("compareRankings", () => {
  it("by hand: Kendall, Spearman, and the mean share of the tops in common", () => {
    const { kendall, spearman, overlap, items } = compareRankings(ranked(5, 4, 3, 2, 1), ranked(4, 5, 3, 1, 2), {
      depth: 3,
    });
    expect(items).toBe(5);
    expect(kendall.value).toBeCloseTo((8 - 2) / 10, 12);
    expect(spearman.value).toBeCloseTo(1 - (6 * 4) / (5 * 24), 12);
    // Of the first none in common, of two both, of three all.
    expect(overlap.value).toBeCloseTo((0 + 1 + 1) / 3, 12);
  });

  it("shared places count by their chance to be among the first", () => {
    const { overlap } = compareRankings(ranked(2, 1, 1), ranked(3, 2, 1), { depth: 2 });
    expect(overlap.value).toBeCloseTo((1 + (1 + 0.5) / 2) / 2, 12);
  });

  it("leaves out what only one of them ranks", () => {
    const { items } = compareRankings([...ranked(3, 2, 1), { name: "own", value: 9 }], ranked(1, 2, 3));
    expect(items).toBe(3);
  });

  it("has no value where nothing, or nothing but ties, is ranked by both", () => {
    expect(compareRankings(ranked(1, 2), [{ name: "other", value: 1 }]).kendall).toEqual({
      value: null,
      chance: null,
      p: null,
    });
    expect(compareRankings(ranked(1, 1, 1, 1), ranked(1, 2, 3, 4)).spearman.value).toBeNull();
  });

  it("is beside chance: the same order is as high as any shuffle, an unrelated one in the middle", () => {
    const values = [8, 7, 6, 5, 4, 3, 2, 1];
    const same = compareRankings(ranked(...values), ranked(...values), { draws: 999 });
    expect(same.kendall.p).toBeLessThan(0.01);
    expect(same.kendall.chance!.median).toBeCloseTo(0, 0);
    expect(same.overlap.value).toBe(1);
    const reversed = compareRankings(ranked(...values), ranked(...[...values].reverse()), { draws: 999 });
    expect(reversed.kendall.p).toBeGreaterThan(0.99);
  });

  it("does not depend on which is named first, nor on the scale of values", () => {
    const lists = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(lists, lists, (x, y) => {
        const n = Math.min(x.length, y.length);
        const [a, b] = [ranked(...x.slice(0, n)), ranked(...y.slice(0, n))];
        const one = compareRankings(a, b, { draws: 1 });
        const other = compareRankings(
          b,
          a.map(({ name, value }) => ({ name, value: Math.exp(value / 10) })),
          { draws: 1 },
        );
        for (const key of ["kendall", "spearman", "overlap"] as const)
          expect(one[key].value).toBeCloseTo(other[key].value!, 12);
      }),
    );
  });

  it.each([
    [[{ name: "a", value: Number.NaN }], {}],
    [[...ranked(1), ...ranked(2)], {}],
    [ranked(1, 2), { depth: 0 }],
  ])("refuses %j with %j", (list, options) => {
    expect(() => compareRankings(list, ranked(1, 2), options)).toThrow(
      expect.objectContaining({ code: "WRONG_ARGUMENT" }),
    );
  });
});
