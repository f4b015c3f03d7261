import { popularityVsEffect, rankedPoints } from "@acumeta/figures";
import { describe, expect, test } from "vitest";
import { outside, overlaps, rowsOf, textsOf } from "./chartParts.js";
import { syntheticBand, syntheticPoints } from "./syntheticPoints.js";

describe.each([1, 2, 12, 80])("%i points", (count) => {
  const points = syntheticPoints(count);
  const band = syntheticBand(count);
  const charts = { scatter: popularityVsEffect(points, { band, overall: 0.41 }), ranked: rankedPoints(points, band) };

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

test("ranks from the highest mean to the lowest", () => {
  const points = syntheticPoints(20);
  const means = rowsOf(rankedPoints(points, []), "points").map(({ value }) => value);
  expect(means).toEqual(points.map(({ estimate }) => estimate).sort((a, b) => b - a));
});

test("each rank has its own band behind it", () => {
  const band = syntheticBand(9);
  const chart = rankedPoints(syntheticPoints(9), band);
  const rows = rowsOf(chart, "points").map(({ y }) => y);
  expect(rowsOf(chart, "permutation band")).toEqual(band.map(({ lower, upper }, i) => ({ lower, upper, y: rows[i] })));
});

test("points with as many trials stand side by side, none at the place of another number", () => {
  const points = syntheticPoints(60);
  const places = rowsOf(popularityVsEffect(points), "points").map(({ trials }) => Number(trials));
  expect(new Set(places).size).toBe(points.length);
  expect(places.map(Math.round).sort()).toEqual(points.map(({ k }) => k).sort());
});

test("discs have areas in proportion to patients", () => {
  const points = syntheticPoints(5);
  const rows = rowsOf(popularityVsEffect(points), "points").map(({ area }) => Number(area));
  const patients = points.map(({ n }) => n!).sort((a, b) => b - a);
  for (const [i, area] of rows.entries()) expect(area / rows[0]!).toBeCloseTo(patients[i]! / patients[0]!, 6);
});

test("the shaded strip is the outer limits of the band, and says what it is", () => {
  const band = syntheticBand(12);
  const chart = popularityVsEffect(syntheticPoints(12), { band });
  expect(rowsOf(chart, "permutation band")).toMatchObject([{ lower: band.at(-1)!.lower, upper: band[0]!.upper }]);
  expect(
    textsOf(chart)
      .map(({ text }) => text)
      .join(" "),
  ).toContain("if points did not matter");
});

test("says that a naive mean is not the effect of the point", () => {
  for (const chart of [popularityVsEffect(syntheticPoints(3)), rankedPoints(syntheticPoints(3), [])]) {
    expect(
      textsOf(chart)
        .map(({ text }) => text)
        .join(" "),
    ).toContain("it does not tell what the point itself does");
  }
});

test.each([
  ["NOTHING_TO_DRAW", () => rankedPoints([], [])],
  ["NOTHING_TO_DRAW", () => popularityVsEffect([])],
  ["BAND_LENGTH", () => rankedPoints(syntheticPoints(3), syntheticBand(2))],
  ["BAND_LENGTH", () => popularityVsEffect(syntheticPoints(3), { band: syntheticBand(2) })],
  ["NOT_FINITE", () => popularityVsEffect([{ code: "BL23", k: 2, n: 90, estimate: Number.NaN, ci: null }])],
])("refuses with %s", (code, draw) => expect(draw).toThrow(expect.objectContaining({ code })));
