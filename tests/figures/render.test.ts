import { pool } from "@acumeta/core";
import { type ChartSpec, forestPlot, popularityVsEffect, rankedPoints, render, toPng, toSvg } from "@acumeta/figures";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { longLabel, syntheticEffects } from "./syntheticEffects.js";
import { syntheticBand, syntheticPoints } from "./syntheticPoints.js";

const charts: Readonly<Record<string, ChartSpec>> = {
  forest: forestPlot(pool(syntheticEffects(12, { name: longLabel })), {
    title: "Pain & function",
    treatment: "A",
    comparator: "B",
  }),
  "forest on a log axis": forestPlot(pool(syntheticEffects(5, { measure: "logOR" }))),
  popularity: popularityVsEffect(syntheticPoints(30), { overall: 0.4 }),
  ranks: rankedPoints(syntheticPoints(30), syntheticBand(30)),
};

describe.each(Object.entries(charts))("rendering a %s figure", (_, chart) => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  beforeEach(() => warn.mockClear());
  afterEach(() => expect(warn).not.toHaveBeenCalled());

  test("gives the same bytes twice", async () => {
    expect(await toSvg(chart)).toBe(await toSvg(chart));
    expect(await toPng(chart)).toEqual(await toPng(chart));
  });
  test("writes its texts into the SVG and its description beside them", async () => {
    const svg = await toSvg(chart);
    const texts = JSON.stringify(chart).matchAll(/"text":"([^"&<>]+)","x":/g);
    const missing = [...texts].map(([, text]) => text!).filter((text) => !svg.includes(`>${text}</text>`));
    expect(missing).toEqual([]);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
  test("leaves the chart as it was", async () => {
    const before = JSON.stringify(chart);
    await toSvg(chart);
    expect(JSON.stringify(chart)).toBe(before);
  });
});

test("a PNG is as large as the SVG times the scale", async () => {
  const chart = charts.forest!;
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(await toSvg(chart))!;
  for (const scale of [1, 2]) {
    const png = await toPng(chart, { scale });
    const header = new DataView(png.buffer);
    expect([...png.slice(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([scale * Number(width), scale * Number(height)]);
  }
});

test("the SVG adds only title, padding and axis to the drawing", async () => {
  const chart = charts.ranks!;
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(await toSvg(chart))!;
  expect(Number(width) - chart.width).toBeLessThan(40);
  expect(Number(height) - chart.height).toBeLessThan(40);
});

test("render gives the bytes of either format and refuses others", async () => {
  const chart = charts.popularity!;
  expect(new TextDecoder().decode(await render(chart, { format: "svg" }))).toBe(await toSvg(chart));
  expect(await render(chart, { format: "png", scale: 1 })).toEqual(await toPng(chart, { scale: 1 }));
  await expect(render(chart, { format: "pdf" as "png" })).rejects.toMatchObject({ code: "UNKNOWN_CHOICE" });
  await expect(toPng(chart, { scale: 0 })).rejects.toMatchObject({ code: "SCALE_OUT_OF_RANGE" });
});
