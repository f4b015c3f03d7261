import { naiveMethods, naivePointEffects, pointTrialEffects, prescriptionsOf } from "@acumeta/acupoints";
import { benjaminiHochberg } from "@acumeta/core";
import { readTrials } from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { permutations } from "../../packages/acupoints/src/naive/permutations.ts";
import { effects, prescribing } from "./synthetic.ts";

/** 20 trials against sham with no effect, 20 without treatment with large ones; LOW is in six of the latter, the worst. */
const comparators = Array.from({ length: 40 }, (_, i) => (i < 20 ? ("sham" as const) : ("untreated" as const)));
const lists = comparators.map((_, i) => (i >= 20 && i < 26 ? ["LOW", "ALL"] : ["ALL"]));
const values = comparators.map((_, i) => (i < 20 ? 0.04 : i < 26 ? 0.55 : 1.15) + (i % 5) / 100);
const pointOf = (code: string, found = naivePointEffects(prescribing(...lists), effects(values, comparators))) =>
  found.points.find((point) => point.code === code)!;

describe("a point is held against its own shuffles", () => {
  test("a point low among trials with the same comparator is low, though near the average of all trials", () => {
    // The six lowest of 20: by chance 1 in 38760, fewer than 2000 shuffles can show.
    expect(pointOf("LOW").p).toBe(2 / 2001);
    expect(pointOf("LOW").estimate).toBeLessThan(pointOf("LOW").shuffled.lower);
  });

  test("a point of trials with another comparator than most is not low or high for that", () => {
    const untreated = comparators.map((of, i) => (of === "untreated" && i % 2 === 0 ? ["UNTREATED"] : ["OTHER"]));
    const found = naivePointEffects(prescribing(...untreated), effects(values, comparators));
    const { estimate, shuffled, p } = pointOf("UNTREATED", found);
    expect(estimate - found.overall.estimate).toBeGreaterThan(0.3);
    expect([shuffled.lower <= estimate, estimate <= shuffled.upper, p > 0.1]).toEqual([true, true, true]);
  });

  test.each(Object.keys(naiveMethods) as (keyof typeof naiveMethods)[])(
    "a point in all trials has one %s and p = 1",
    (method) => {
      const found = naivePointEffects(prescribing(...lists), effects(values, comparators), {
        method,
        permutations: 99,
      });
      const { estimate, shuffled, p } = pointOf("ALL", found);
      expect({ shuffled, p }).toEqual({ shuffled: { lower: estimate, upper: estimate, level: 0.95 }, p: 1 });
    },
  );

  test("p is that of all orders, where they can be counted", () => {
    // A is in 2 of 6 trials, the two lowest: 1 of 15 choices as low, 15 of 15 as high; twice the smaller.
    const six = prescribing(["A"], ["A"], ["B"], ["B"], ["B"], ["B"]);
    const found = naivePointEffects(six, effects([1, 2, 3, 4, 5, 6]), { permutations: 20000 });
    expect(pointOf("A", found).p).toBeCloseTo(2 / 15, 2);
  });

  test("p-values are uniform, or a little larger, where points do not matter", () => {
    const twelve = prescribing(...Array.from({ length: 12 }, (_, i) => (i % 3 === 0 ? ["A"] : ["B"])));
    const compared = Array.from({ length: 12 }, (_, i) => (i < 5 ? ("sham" as const) : ("untreated" as const)));
    const noise = permutations(Array(12).fill("all"), { count: 300, seed: 11 });
    const ps = Array.from(noise, (ranks) => {
      const apart = Array.from(ranks, (rank, i) => rank + (compared[i] === "sham" ? 0 : 20));
      return pointOf("A", naivePointEffects(twelve, effects(apart, compared), { permutations: 199 })).p;
    });
    for (const size of [0.05, 0.1, 0.2, 0.5]) {
      const share = ps.filter((p) => p <= size).length / ps.length;
      expect(share).toBeLessThan(size + 0.06);
      expect(share).toBeGreaterThan(size / 2);
    }
  });

  test("q adjusts the p-values over the points", () => {
    const { points } = naivePointEffects(
      prescribing(["A"], ["B"], ["A", "C"], ["C"], ["B", "A"]),
      effects([1, 5, 2, 3, 4]),
    );
    expect(points.map(({ q }) => q)).toEqual(benjaminiHochberg(points.map(({ p }) => p)));
  });
});

test("popularity counts trials without an effect too", () => {
  const found = naivePointEffects(prescribing(["A"], ["A"], ["A", "B"]), effects([1, 2]));
  expect(found.points.map(({ code, trials, k }) => ({ code, trials, k }))).toEqual([{ code: "A", trials: 3, k: 2 }]);
});

describe("small tables are answered", () => {
  test("one trial", () => {
    const found = naivePointEffects(prescribing(["A", "B"]), effects([0.4]), { permutations: 9 });
    expect(found.points.map(({ code, rank, p }) => [code, rank, p])).toEqual([
      ["A", 1, 1],
      ["B", 1, 1],
    ]);
    expect(found.spread).toEqual({ observed: 0, shuffled: { median: 0, upper: 0 }, p: 1 });
  });

  test("one point: there is no spread", () => {
    const found = naivePointEffects(prescribing(["A"]), effects([0.4]), { permutations: 9 });
    expect([found.points.length, found.band.length, found.spread]).toEqual([1, 1, null]);
  });

  test.each(["mean", "random-effects"] as const)(
    "no point in as many trials as asked for: no rows, %s of all",
    (method) => {
      const found = naivePointEffects(prescribing(["A"], ["B"]), effects([0.4, 0.6]), { minimumTrials: 2, method });
      expect(found).toMatchObject({ trials: 2, points: [], band: [], spread: null });
      expect(found.overall.estimate).toBeCloseTo(0.5, 12);
    },
  );
});

test("shipped trials: no point is left outside its shuffles once p is adjusted for their number", async () => {
  const trials = await readTrials("datasets/pain-trials");
  const { points } = naivePointEffects(prescriptionsOf(trials).prescriptions, pointTrialEffects(trials).effects);
  expect(points.length).toBeGreaterThan(50);
  expect(Math.min(...points.map(({ q }) => q))).toBeGreaterThan(0.5);
});
