import { type Measure, measures, pool } from "@acumeta/core";
import { forestPlot } from "@acumeta/figures";
import { describe, expect, test } from "vitest";
import { domainOf, outside, overlaps, rowsOf, wordsOf } from "./chartParts.js";
import { syntheticEffects } from "./syntheticEffects.js";

const ids = Object.keys(measures) as Measure[];
const plotOf = (measure: Measure) => {
  const effects = syntheticEffects(6, { measure }).map((effect) => ({
    ...effect,
    yi: 0.5 + effect.yi / 10,
    vi: 0.001,
  }));
  return forestPlot(pool(effects), { treatment: "Acupuncture", comparator: "Sham" });
};

describe.each(ids.filter((id) => measures[id].tells === "level"))("a forest plot of the level %s", (measure) => {
  const chart = plotOf(measure);

  test("has no line of no effect, says nothing of favouring and tests nothing", () => {
    expect(rowsOf(chart, "no effect")).toEqual([]);
    expect(wordsOf(chart)).not.toMatch(/Favours|no effect/);
  });
  test("is still laid out well", () => {
    expect(overlaps(chart)).toEqual([]);
    expect(outside(chart)).toEqual([]);
    expect(rowsOf(chart, "studies")).toHaveLength(6);
  });
});

test.each(ids.filter((id) => measures[id].tells !== "level"))("one of %s has all three", (measure) => {
  const chart = plotOf(measure);
  expect(rowsOf(chart, "no effect")).toHaveLength(1);
  expect(wordsOf(chart)).toMatch(/Favours acupuncture.*Test of no effect/);
});

test("the axis of a level is not stretched to 0, which no value need be near", () => {
  expect(domainOf(plotOf("PR"))[0]).toBeGreaterThan(0.3);
  expect(domainOf(plotOf("SMD"))[0]).toBeLessThanOrEqual(0);
});
