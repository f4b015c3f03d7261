import { naivePointEffects, pointTrialEffects } from "@acumeta/acupoints";
import { pool } from "@acumeta/core";
import { readTrials } from "@acumeta/trials";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { permutations } from "../../packages/acupoints/src/naive/permutations.ts";
import { effects, prescribing } from "./synthetic.ts";

describe("averages", () => {
  const lists = prescribing(["BL23", "BL40"], ["BL23"], ["GV4"]);
  const found = naivePointEffects(lists, effects([0.2, 0.6, 0.9]), { permutations: 200 });

  test("each point has the mean of its trials, with k, n and rank", () => {
    expect(found.points.map(({ code, rank, k, n }) => ({ code, rank, k, n }))).toEqual([
      { code: "GV4", rank: 1, k: 1, n: 40 },
      { code: "BL23", rank: 2, k: 2, n: 80 },
      { code: "BL40", rank: 3, k: 1, n: 40 },
    ]);
    expect(found.points[1]?.estimate).toBeCloseTo(0.4, 12);
    expect(found.overall).toEqual({ estimate: expect.closeTo(1.7 / 3, 12), k: 3 });
  });

  test("the interval is that of a mean by t, and null for one trial", () => {
    // R 4.2.2: t.test(c(0.2, 0.6))$conf.int
    expect(found.points[1]?.ci?.lower).toBeCloseTo(-2.1412409472, 8);
    expect(found.points[1]?.ci?.upper).toBeCloseTo(2.9412409472, 8);
    expect(found.points[0]?.ci).toBeNull();
  });

  test("random-effects means are those of pool", () => {
    const { points } = naivePointEffects(lists, effects([0.2, 0.6, 0.9]), {
      method: "random-effects",
      permutations: 10,
    });
    const fit = pool([
      { study: "a", measure: "SMD", yi: 0.2, vi: 0.04 },
      { study: "b", measure: "SMD", yi: 0.6, vi: 0.04 },
    ]);
    const point = points.find(({ code }) => code === "BL23");
    expect(point?.estimate).toBeCloseTo(fit.estimate, 12);
    expect(point?.ci?.upper).toBeCloseTo(fit.ci.upper, 12);
  });
});

describe("the permutation band", () => {
  const lists = prescribing(["A"], ["A", "B"], ["B"], ["C"], ["C", "A"], ["B", "C"]);
  const values = effects([0.1, 0.5, 0.9, 1.3, 0.2, 0.4]);

  test("is the same for the same seed, and another for another", () => {
    const [one, same, other] = [1, 1, 2].map((seed) => naivePointEffects(lists, values, { seed, permutations: 300 }));
    expect(one).toEqual(same);
    expect(one?.band).not.toEqual(other?.band);
  });

  test("has a row for each point, falls from rank to rank, and lower ≤ median ≤ upper", () => {
    const { band, points } = naivePointEffects(lists, values, { permutations: 300 });
    expect(band.map(({ rank }) => rank)).toEqual(points.map((_, i) => i + 1));
    for (const { lower, median, upper } of band) expect(lower <= median && median <= upper).toBe(true);
    for (const [i, { median }] of band.slice(1).entries()) expect(median).toBeLessThanOrEqual(band[i]!.median);
  });

  test("finds a point that makes all the difference, where many trials tell", () => {
    const many = prescribing(...Array.from({ length: 40 }, (_, i) => [i % 2 === 0 ? "GOOD" : "BAD", "BOTH"]));
    const found = naivePointEffects(
      many,
      effects(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : 0) + (i % 5) / 50)),
    );
    expect(found.points[0]).toMatchObject({ code: "GOOD", p: 2 / 2001 });
    expect(found.spread?.p).toBe(1 / 2001);
    expect(found.points.find(({ code }) => code === "BOTH")?.p).toBe(1);
  });

  test("exchanges trials only within their comparator", () => {
    const groups = ["sham", "untreated", "sham", "sham", "untreated"];
    for (const order of permutations(groups, { count: 200, seed: 3 })) {
      expect([...order].map((i) => groups[i])).toEqual(groups);
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4]);
    }
  });

  test("every order of a group is equally likely", () => {
    const counts = new Map<string, number>();
    for (const order of permutations(["a", "a", "a"], { count: 6000, seed: 5 })) {
      const key = order.join("");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    const chi2 = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(20.5); // 0.999 quantile of χ² with 5 df
  });

  test("p-values are uniform, or larger, where points do not matter", () => {
    const noise = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    const small = fc
      .sample(noise, { numRuns: 200, seed: 7 })
      .map((yi) => naivePointEffects(lists, effects(yi), { permutations: 99 }).spread!.p);
    expect(small.filter((p) => p <= 0.1).length / small.length).toBeLessThan(0.18);
  });
});

describe("what can't be computed is an error", () => {
  test.each<[string, () => unknown]>([
    ["NO_EFFECTS", () => naivePointEffects(prescribing(["A"]), [])],
    ["REPEATED_TRIAL", () => naivePointEffects(prescribing(["A"]), [...effects([1]), ...effects([2])])],
    ["UNKNOWN_CHOICE", () => naivePointEffects(prescribing(["A"]), effects([1]), { method: "median" as "mean" })],
    ["NOT_A_VALID_NUMBER", () => naivePointEffects(prescribing(["A"]), effects([Number.NaN]))],
    ["NOT_A_VALID_NUMBER", () => naivePointEffects(prescribing(["A"]), effects([1e300]))],
    ["NOT_A_VALID_NUMBER", () => naivePointEffects(prescribing(["A"]), [{ ...effects([1])[0]!, vi: 0 }])],
    ["NOT_A_VALID_NUMBER", () => naivePointEffects(prescribing(["A"]), [{ ...effects([1])[0]!, vi: Number.NaN }])],
    ["NOT_A_VALID_NUMBER", () => naivePointEffects(prescribing(["A"]), [{ ...effects([1])[0]!, n: Number.NaN }])],
    ["OPTION_OUT_OF_RANGE", () => naivePointEffects(prescribing(["A"]), effects([1]), { permutations: 0 })],
    ["OPTION_OUT_OF_RANGE", () => naivePointEffects(prescribing(["A"]), effects([1]), { level: 95 })],
    ["OPTION_OUT_OF_RANGE", () => naivePointEffects(prescribing(["A"]), effects([1]), { minimumTrials: 0.5 })],
  ])("%s", (code, run) => {
    expect(run).toThrow(expect.objectContaining({ code }));
  });
});

test("shipped trials: one effect for each trial, sham before untreated, pain before disability", async () => {
  const trials = await readTrials("datasets/pain-trials");
  const { effects: chosen } = pointTrialEffects(trials);
  const ids = chosen.map(({ trialId }) => trialId);
  expect(new Set(ids).size).toBe(ids.length);
  const effectOf = (id: string) => chosen.find(({ trialId }) => trialId === id);
  expect(effectOf("haake-2007")).toMatchObject({ comparator: "sham", outcome: "pain" });
  expect(effectOf("witt-2006")).toMatchObject({ comparator: "untreated", outcome: "disability" });
  const backPain = pointTrialEffects(trials, { conditions: ["low-back-pain"] }).effects;
  expect(backPain.length).toBeLessThan(chosen.length);
});
