import { popularityVsEffect, rankedPoints } from "@acumeta/figures";
import { describe, expect, test } from "vitest";
import { outside, overlaps, rowsOf, textsOf, wordsOf } from "./chartParts.js";
import { syntheticBand, syntheticPoint, syntheticPoints } from "./syntheticPoints.js";

describe.each([1, 2, 12, 80])("%i points", (count) => {
  const points = syntheticPoints(count);
  const charts = {
    scatter: popularityVsEffect(points, { overall: 0.41 }),
    ranked: rankedPoints(points, syntheticBand(count)),
  };

  test.each(Object.entries(charts))("the %s figure is plain JSON, without overlapping or cut texts", (_, chart) => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(overlaps(chart)).toEqual([]);
    expect(outside(chart)).toEqual([]);
    expect(rowsOf(chart, "points")).toHaveLength(count);
  });

  test("no name in the scatter lies on a disc", () => {
    const names = textsOf(charts.scatter).filter(({ text }) => points.some(({ code }) => code === text));
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names.map(({ text }) => text)).size).toBe(names.length);
  });
});

describe("ranks", () => {
  test("go from the highest mean to the lowest", () => {
    const points = syntheticPoints(20);
    const means = rowsOf(rankedPoints(points, []), "points").map(({ value }) => value);
    expect(means).toEqual(points.map(({ estimate }) => estimate).sort((a, b) => b - a));
  });

  test("are those of the points, which share them where their means are the same", () => {
    const points = [
      syntheticPoint({ code: "LI4", rank: 1, estimate: 0.7, trials: 14 }),
      syntheticPoint({ code: "BL24", rank: 2, estimate: 0.59 }),
      syntheticPoint({ code: "EX-B2", rank: 2, estimate: 0.59 }),
      syntheticPoint({ code: "BL60", rank: 4, estimate: 0.57 }),
    ];
    const texts = textsOf(rankedPoints(points, [])).map(({ text }) => text);
    const head = texts.indexOf("Rank");
    expect(texts.filter((text) => /^\d$/.test(text))).toEqual(["1", "2", "2", "4"]);
    expect(head).toBeGreaterThanOrEqual(0);
    expect(texts).toContain("2 of 14");
  });

  test("have each its own band behind it, and the note says what it is", () => {
    const band = syntheticBand(9);
    const chart = rankedPoints(syntheticPoints(9), band);
    const rows = rowsOf(chart, "points").map(({ y }) => y);
    expect(rowsOf(chart, "permutation band")).toEqual(
      band.map(({ lower, upper }, i) => ({ lower, upper, y: rows[i] })),
    );
    expect(wordsOf(chart)).toContain("where 95% of shuffles put the mean at each rank, if points did not matter");
    expect(wordsOf(chart)).toContain("among trials with the same comparator");
  });
});

test("says that a naive mean is not the effect of the point", () => {
  for (const chart of [popularityVsEffect(syntheticPoints(3)), rankedPoints(syntheticPoints(3), [])])
    expect(wordsOf(chart)).toContain("it does not tell what the point itself does");
});

const two = [syntheticPoint({ code: "LI4", rank: 1 }), syntheticPoint({ rank: 2, estimate: 0.3 })];
const nanBand = [{ lower: Number.NaN, median: 0.4, upper: 0.5 }, ...syntheticBand(1)];

test.each([
  ["NOTHING_TO_DRAW", () => rankedPoints([], [])],
  ["NOTHING_TO_DRAW", () => popularityVsEffect([])],
  ["BAND_LENGTH", () => rankedPoints(two, syntheticBand(1))],
  ["NOT_FINITE", () => rankedPoints(two, nanBand)],
  ["NOT_FINITE", () => popularityVsEffect([syntheticPoint({ estimate: Number.NaN })])],
  ["NOT_FINITE", () => popularityVsEffect([syntheticPoint({ n: Number.NaN })])],
  ["NOT_FINITE", () => popularityVsEffect([syntheticPoint({ shuffled: { lower: Number.NaN, upper: 1 } })])],
  ["NOT_FINITE", () => popularityVsEffect(two, { overall: Number.NaN })],
  ["NOT_A_COUNT", () => popularityVsEffect([syntheticPoint({ k: 0 })])],
  ["NOT_A_COUNT", () => popularityVsEffect([syntheticPoint({ trials: 0, k: 0 })])],
  ["NOT_A_COUNT", () => popularityVsEffect([syntheticPoint({ trials: 3, k: 4 })])],
  ["NOT_A_COUNT", () => rankedPoints([syntheticPoint({ rank: Number.NaN })], [])],
  ["OPTION_OUT_OF_RANGE", () => popularityVsEffect(two, { named: -1 })],
  ["WIDTH_OUT_OF_RANGE", () => rankedPoints(two, [], { width: -50 })],
  ["WIDTH_OUT_OF_RANGE", () => rankedPoints(two, [], { width: Number.NaN })],
])("refuses with %s", (code, draw) => expect(draw).toThrow(expect.objectContaining({ code })));
