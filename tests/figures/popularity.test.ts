import { naivePointEffects, pointTrialEffects, popularity, prescriptionsOf } from "@acumeta/acupoints";
import { popularityVsEffect, toSvg } from "@acumeta/figures";
import { readTrials } from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { domainOf, rowsOf, wordsOf } from "./chartParts.js";
import { syntheticPoint, syntheticPoints } from "./syntheticPoints.js";

describe("the axis of popularity", () => {
  test("counts the trials that list a point, with an effect or not", () => {
    const chart = popularityVsEffect([
      syntheticPoint({ code: "BL40", trials: 20, k: 7 }),
      syntheticPoint({ code: "SI3", trials: 11, k: 2 }),
    ]);
    expect(rowsOf(chart, "points").map(({ place, says }) => [place, says])).toEqual([
      [20, "BL40: listed by 20 trials, 7 with an effect (90 patients), mean 0.40"],
      [11, "SI3: listed by 11 trials, 2 with an effect (90 patients), mean 0.40"],
    ]);
    expect(chart.description).toContain("BL40 is listed by most trials (20, 7 of them with an effect)");
    expect(wordsOf(chart)).toContain("Only some of the trials that list a point have an effect");
    expect(wordsOf(popularityVsEffect([syntheticPoint({ trials: 2, k: 2 })]))).not.toContain("Only some");
  });

  test("shows points with as many trials side by side, none at the place of another number", () => {
    const points = syntheticPoints(60);
    const places = rowsOf(popularityVsEffect(points), "points").map(({ place }) => Number(place));
    expect(new Set(places).size).toBe(points.length);
    expect(places.map(Math.round).sort()).toEqual(points.map(({ trials }) => trials).sort());
  });

  test.each([1, 2, 3, 50])("has room for the outermost of points that are all in %i trials", (trials) => {
    const points = ["A", "B", "C"].map((code) => syntheticPoint({ code, trials, k: 1 }));
    const chart = popularityVsEffect(points);
    const [first, last] = domainOf(chart, "points");
    for (const { place } of rowsOf(chart, "points")) {
      expect(Number(place)).toBeGreaterThan(1.1 * first);
      expect(Number(place)).toBeLessThan(last / 1.1);
    }
  });
});

describe("what shuffled prescriptions give", () => {
  const shuffled = { lower: 0.2, upper: 0.6, level: 0.9 };
  const chart = popularityVsEffect([
    syntheticPoint({ code: "KI3", estimate: 0.1, shuffled }),
    syntheticPoint({ code: "LI4", trials: 30, estimate: 0.5, shuffled: { ...shuffled, lower: 0.4 } }),
  ]);

  test("stands behind each point", () => {
    const places = Object.fromEntries(rowsOf(chart, "points").map(({ value, place }) => [value, place]));
    expect(rowsOf(chart, "shuffled means")).toEqual([
      { place: places["0.1"], lower: 0.2, upper: 0.6 },
      { place: places["0.5"], lower: 0.4, upper: 0.6 },
    ]);
  });

  test("is named with its level, and a mean outside is coloured and counted", () => {
    const [low, middle] = rowsOf(chart, "points").map(({ fill }) => fill);
    expect(low).not.toBe(middle);
    expect(wordsOf(chart)).toContain("where 90% of shuffles put the point's mean, if points did not matter");
    expect(wordsOf(chart)).toContain("among trials with the same comparator");
    expect(chart.description).toContain("1 of the means lies outside what shuffled prescriptions give (KI3)");
  });

  test("is not spoken of where it is not known", () => {
    const without = popularityVsEffect([syntheticPoint({})]);
    expect(rowsOf(without, "shuffled means")).toEqual([]);
    expect(wordsOf(without) + without.description).not.toMatch(/Grey|Orange|shuffled/);
  });
});

describe("discs", () => {
  test("have areas in proportion to patients, and the largest the radius that names keep clear of", async () => {
    const points = syntheticPoints(5);
    const chart = popularityVsEffect(points);
    const sizes = rowsOf(chart, "points").map(({ size }) => Number(size));
    const patients = points.map(({ n }) => n!).sort((a, b) => b - a);
    for (const [i, size] of sizes.entries()) expect(size / sizes[0]!).toBeCloseTo(patients[i]! / patients[0]!, 6);
    expect(await toSvg(chart)).toMatch(/M13,0A13,13/);
  });

  test("say where they shrink no further, and are rings where patients are not known", () => {
    const most = syntheticPoint({ code: "LI4", n: 1000 });
    const [few, none] = [syntheticPoint({ n: 20 }), syntheticPoint({ n: null })];
    expect(wordsOf(popularityVsEffect([most, few]))).toContain("(at most 1,000; below 54 they shrink no further)");
    expect(wordsOf(popularityVsEffect([most]))).not.toMatch(/shrink|Rings/);
    const rings = popularityVsEffect([most, none]);
    expect(rowsOf(rings, "points").map(({ fill }) => fill === "white")).toEqual([false, true]);
    expect(wordsOf(rings)).toContain("Rings: number of patients not known.");
    expect(wordsOf(popularityVsEffect([none]))).not.toContain("proportion");
  });
});

test("shipped trials: places are those of popularity, and the means outside their shuffles are named", async () => {
  const trials = await readTrials("datasets/pain-trials");
  const { prescriptions } = prescriptionsOf(trials);
  const { points } = naivePointEffects(prescriptions, pointTrialEffects(trials).effects, { minimumTrials: 2 });
  const use = new Map(popularity(prescriptions).map((row) => [row.code, row.trials]));
  expect(points.map((point) => point.trials)).toEqual(points.map(({ code }) => use.get(code)));
  const { description } = popularityVsEffect(points);
  const outside = points.filter(({ estimate, shuffled: { lower, upper } }) => estimate < lower || estimate > upper);
  expect(outside.every(({ code }) => description.includes(code))).toBe(true);
  expect(/outside what shuffled prescriptions give \(/.test(description)).toBe(outside.length > 0);
});
