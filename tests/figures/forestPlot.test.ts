import { type Effect, pool } from "@acumeta/core";
import { type ForestOptions, forestPlot } from "@acumeta/figures";
import { describe, expect, test } from "vitest";
import { domainOf, layersOf, outside, overlaps, rowsOf, textsOf } from "./chartParts.js";
import { longLabel, syntheticEffects } from "./syntheticEffects.js";

const sides = { treatment: "Acupuncture", comparator: "No treatment or usual care" };
const hugeIntervals: readonly Effect[] = [
  ...syntheticEffects(6),
  { study: "Four patients", measure: "SMD", yi: 1.4, vi: 9, n: 4 },
  { study: "A registry", measure: "SMD", yi: 0.31, vi: 1e-6, n: 4_000_000 },
];
const wildRatios: readonly Effect[] = [0, 1, 2, 3].map((i) => ({
  study: `Ratio ${i}`,
  measure: "logOR",
  yi: 290 * i - 190,
  vi: 4e4,
}));

const cases: Readonly<Record<string, readonly [readonly Effect[], ForestOptions]>> = {
  "1 study": [syntheticEffects(1), sides],
  "2 studies": [syntheticEffects(2), sides],
  "12 studies": [syntheticEffects(12), sides],
  "40 studies with labels of 60 characters": [
    syntheticEffects(40, { name: longLabel }),
    { ...sides, title: longLabel(1).repeat(4) },
  ],
  "100 studies": [syntheticEffects(100), sides],
  "labels of 200 characters without a space": [syntheticEffects(3, { name: (i) => "W".repeat(200) + i }), sides],
  "studies that all found the same": [syntheticEffects(4).map((effect) => ({ ...effect, yi: 0.3, vi: 0.01 })), sides],
  "studies that all found nothing": [syntheticEffects(2).map((effect) => ({ ...effect, yi: 0 })), sides],
  "risk ratios": [syntheticEffects(12, { measure: "logRR", scale: 2 }), sides],
  "odds ratios beyond the range of doubles": [wildRatios, sides],
  "huge and tiny intervals": [hugeIntervals, sides],
  "mean differences in the ten thousands": [syntheticEffects(5, { measure: "MD", scale: 1e5 }), sides],
  "mean differences of 1e-8": [syntheticEffects(5, { measure: "MD", scale: 1e-8 }), { width: 150 }],
};

describe.each(Object.entries(cases))("a forest plot of %s", (_, [effects, options]) => {
  const fit = pool(effects);
  const chart = forestPlot(fit, options);

  test("is plain JSON", () => expect(JSON.parse(JSON.stringify(chart))).toEqual(chart));
  test("has no overlapping texts", () => expect(overlaps(chart)).toEqual([]));
  test("has every text inside the drawing", () => expect(outside(chart)).toEqual([]));
  test("has a row for each study", () => expect(rowsOf(chart, "studies")).toHaveLength(fit.k));
  test("has every estimate on the axis", () => {
    const [first, last] = domainOf(chart);
    for (const { value } of rowsOf(chart, "studies")) {
      expect(value).toBeGreaterThanOrEqual(first);
      expect(value).toBeLessThanOrEqual(last);
    }
  });
  test("keeps bars on the axis and marks with an arrow each that goes on", () => {
    const [first, last] = domainOf(chart);
    const bars = rowsOf(chart, "study intervals");
    for (const { lower, upper } of bars) {
      expect(lower).toBeGreaterThanOrEqual(first);
      expect(upper).toBeLessThanOrEqual(last);
    }
    const cut = bars.filter(({ lower }) => lower === first).length + bars.filter(({ upper }) => upper === last).length;
    expect(rowsOf(chart, "study intervals beyond the axis")).toHaveLength(cut);
  });
});

test("the interval of a trial of four patients is cut off and explained", () => {
  const chart = forestPlot(pool(hugeIntervals));
  const row = rowsOf(chart, "studies").find(({ study }) => study === "Four patients")!;
  const arrows = rowsOf(chart, "study intervals beyond the axis").filter(({ y }) => y === row.y);
  expect(arrows.map(({ angle }) => angle)).toEqual([-90, 90]);
  expect(textsOf(chart).map(({ text }) => text)).toContain("An arrow marks an interval that goes on beyond the axis.");
});

test("squares have areas in proportion to weights", () => {
  const fit = pool(syntheticEffects(12));
  const areas = rowsOf(forestPlot(fit), "studies").map(({ area }) => Number(area));
  for (const [i, { weight }] of fit.studies.entries()) {
    expect(areas[i]! / areas[0]!).toBeCloseTo(weight / fit.studies[0]!.weight, 6);
  }
});

test("the diamond spans the confidence interval and the bar the prediction interval", () => {
  const fit = pool(syntheticEffects(12));
  const chart = forestPlot(fit);
  const tips = rowsOf(chart, "pooled effect").map(({ value }) => Number(value));
  expect([Math.min(...tips), Math.max(...tips)]).toEqual([fit.ci.lower, fit.ci.upper]);
  expect(rowsOf(chart, "prediction interval")).toMatchObject([{ lower: fit.pi!.lower, upper: fit.pi!.upper }]);
});

test("ratios are back-transformed on a log axis", () => {
  const fit = pool(syntheticEffects(8, { measure: "logRR" }));
  const chart = forestPlot(fit);
  const layer = layersOf(chart).find(({ name }) => name === "studies")!;
  expect(layer.encoding.x.scale.type).toBe("log");
  expect(rowsOf(chart, "no effect")).toMatchObject([{ value: 1 }]);
  expect(layer.data.values.map(({ value }) => value)).toEqual(fit.studies.map(({ yi }) => Math.exp(yi)));
});

test("names the rules that made the intervals", () => {
  const words = textsOf(forestPlot(pool(syntheticEffects(12))))
    .map(({ text }) => text)
    .join(" ");
  expect(words).toContain("95% prediction interval, t(k − 1)");
  expect(words).toMatch(/Methods: τ²: .* \(REML\); 95% confidence interval: .* \(HKSJ\); prediction interval: \w/);
  expect(words).toMatch(/Heterogeneity: τ² = .*; I² = \d+% \(95% CI .*; Q = [\d.]+, df = 11, p [=<] /);
});

test("prints the warnings of the fit", () => {
  const shared = syntheticEffects(3).map((effect) => ({ ...effect, arms: ["a trial/sham", `${effect.study}/verum`] }));
  const fit = pool(shared);
  const words = textsOf(forestPlot(fit))
    .map(({ text }) => text)
    .join(" ");
  expect(fit.warnings).not.toEqual([]);
  for (const { message } of fit.warnings) expect(words).toContain(message);
});

test("says which side favours what, only when told", () => {
  const fit = pool(syntheticEffects(5));
  const words = (options: ForestOptions) => textsOf(forestPlot(fit, options)).map(({ text }) => text);
  expect(words({ treatment: "Acupuncture", comparator: "TENS" })).toEqual(
    expect.arrayContaining(["← Favours TENS", "Favours acupuncture →"]),
  );
  expect(words({ favours: { left: "Fewer days", right: "More days" } })).toEqual(
    expect.arrayContaining(["← Fewer days", "More days →"]),
  );
  expect(words({}).join(" ")).not.toContain("Favours");
});

test("sorts studies as asked", () => {
  const fit = pool(syntheticEffects(9));
  const names = (sort: "given" | "estimate" | "weight") =>
    rowsOf(forestPlot(fit, { sort }), "studies").map(({ study }) => study);
  const by = (value: (study: (typeof fit.studies)[number]) => number) =>
    [...fit.studies].sort((a, b) => value(a) - value(b)).map(({ study }) => study);
  expect(names("given")).toEqual(fit.studies.map(({ study }) => study));
  expect(names("estimate")).toEqual(by(({ yi }) => yi));
  expect(names("weight")).toEqual(by(({ weight }) => -weight));
});

test("takes columns by name and of one's own", () => {
  const fit = pool(syntheticEffects(3));
  const se = { head: "SE", align: "right", side: "right", cell: ({ se }: { se: number }) => se.toFixed(3) } as const;
  const texts = textsOf(forestPlot(fit, { columns: ["weight", se] })).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(["Weight", "SE", ...fit.studies.map((study) => study.se.toFixed(3))]));
  expect(texts).not.toContain("n");
});

test("describes itself with its numbers", () => {
  const fit = pool(syntheticEffects(12));
  expect(forestPlot(fit, { title: "Pain" }).description).toMatch(
    new RegExp(`^Forest plot, Pain: 12 studies with ${fit.n} patients; pooled SMD ${fit.estimate.toFixed(2)} \\[`),
  );
});

test.each([
  ["WIDTH_OUT_OF_RANGE", { width: 50 }],
  ["WIDTH_OUT_OF_RANGE", { width: Number.NaN }],
  ["UNKNOWN_CHOICE", { sort: "size" }],
  ["UNKNOWN_CHOICE", { columns: ["se"] }],
])("refuses with %s the options %j", (code, options) => {
  const fit = pool(syntheticEffects(3));
  expect(() => forestPlot(fit, options as ForestOptions)).toThrow(expect.objectContaining({ code }));
});

test("refuses a fit without studies", () => {
  const fit = { ...pool(syntheticEffects(3)), studies: [] };
  expect(() => forestPlot(fit)).toThrow(expect.objectContaining({ code: "NOTHING_TO_DRAW" }));
});
