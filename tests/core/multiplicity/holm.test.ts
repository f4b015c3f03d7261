import { holm } from "@acumeta/core";
import fc from "fast-check";
import { expect, test } from "vitest";

test("Holm's p: each times the hypotheses that are left, never below one before", () => {
  const adjusted = [0.01, 0.04, 0.03, 0.005];
  expect(holm(adjusted).map((p) => Number(p.toFixed(12)))).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([0.6, 0.7])).toEqual([1, 1]);
  expect(holm([])).toEqual([]);
});

test("between p and Bonferroni's, in the order of p, whatever the order of the list", () => {
  const lists = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lists, (p) => {
      const adjusted = holm(p);
      for (const [i, one] of p.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(one);
        expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p.length * one));
        for (const [j, other] of p.entries()) if (one < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
      }
      expect(holm([...p].reverse())).toEqual([...adjusted].reverse());
    }),
  );
});
