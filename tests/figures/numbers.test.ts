import { coprescriptionNetwork } from "@acumeta/acupoints";
import {
  baujat,
  blups,
  contributionMatrix,
  funnel,
  gosh,
  metaRegression,
  multiverse,
  network,
  pool,
  predictAt,
} from "@acumeta/core";
import {
  baujatPlot,
  bodyChart,
  bubblePlot,
  caterpillarPlot,
  contributionBars,
  coprescriptionGraph,
  forestPlot,
  funnelPlot,
  goshPlot,
  labbePlot,
  pointTrialMatrix,
  pValueFunction,
  radialPlot,
  riskOfBiasTable,
  specificationCurve,
  timeCoursePlot,
  trialFlow,
} from "@acumeta/figures";
import { describe, expect, test } from "vitest";
import { rowsOf, wordsOf } from "./chartParts.js";
import { comparison } from "./network/ring.ts";
import { syntheticEffects } from "./syntheticEffects.ts";

const effects = syntheticEffects(9);
const fit = pool(effects);

describe("marks stand where the results say", () => {
  test("baujatPlot", () => {
    const found = rowsOf(baujatPlot(baujat(effects)), "studies").map(({ x, y }) => [x, y]);
    expect(found).toEqual(baujat(effects).map(({ contribution, influence }) => [contribution, influence]));
  });

  test("funnelPlot", () => {
    const found = rowsOf(funnelPlot(funnel(effects)), "studies").map(({ x, y }) => [x, y]);
    expect(found).toEqual(effects.map(({ yi, vi }) => [yi, Math.sqrt(vi)]));
  });

  test("radialPlot: the slope from the origin is the effect", () => {
    const slopes = rowsOf(radialPlot(fit), "studies").map(({ x, y }) => Number(y) / Number(x));
    expect(slopes).toEqual(effects.map(({ yi }) => expect.closeTo(yi, 10)));
  });

  test("labbePlot", () => {
    const [row] = rowsOf(labbePlot([{ study: "A", a: 3, n1: 10, c: 1, n2: 20 }]), "studies");
    expect([row!.x, row!.y]).toEqual([0.05, 0.3]);
  });

  test("goshPlot: its bins hold every subset once", () => {
    const chart = goshPlot(gosh(effects), { study: effects[0]!.study });
    const counts = ["subsets", "subsets with the study"].map((name) =>
      rowsOf(chart, name).reduce((sum, { says }) => sum + Number.parseInt(String(says).replace(",", ""), 10), 0),
    );
    expect(counts[0]! + counts[1]!).toBe(2 ** 9 - 1 - 9);
    expect(counts[1]).toBe(2 ** 8 - 1);
  });

  test("pValueFunction: 1 at the estimate, 0.05 at the limits", () => {
    const curve = rowsOf(pValueFunction(pool(effects, { interval: "z" })), "pooled effect");
    const { estimate, ci } = pool(effects, { interval: "z" });
    const near = (value: number) =>
      curve.reduce((best, row) => (Math.abs(Number(row.x) - value) < Math.abs(Number(best.x) - value) ? row : best));
    expect(Number(near(estimate).y)).toBeGreaterThan(0.9);
    expect(Number(near(ci.lower).y)).toBeCloseTo(0.05, 1);
    expect(Math.max(...curve.map(({ y }) => Number(y)))).toBeLessThanOrEqual(1);
  });

  test("bubblePlot: the line is what the model predicts", () => {
    const timed = effects.map((effect, i) => ({ ...effect, weeks: 2 + 3 * i }));
    const model = metaRegression(timed, { moderators: "~ weeks" });
    for (const { x, y } of rowsOf(bubblePlot(model, timed, { moderator: "weeks" }), "predicted"))
      expect(Number(y)).toBeCloseTo(predictAt(model, [{ weeks: Number(x) }])[0]!.estimate, 10);
  });

  test("caterpillarPlot: in order, with the predictions", () => {
    const predicted = blups(fit);
    const words = wordsOf(caterpillarPlot(predicted));
    const smallest = predicted.studies.reduce((least, each) => (each.estimate < least.estimate ? each : least));
    for (const { study } of predicted.studies) expect(words).toContain(study);
    expect(words.indexOf(smallest.study)).toBe(Math.min(...predicted.studies.map(({ study }) => words.indexOf(study))));
  });

  test("specificationCurve: every specification, from the smallest to the largest", () => {
    const universe = multiverse(effects, {
      choices: {
        tau2: { DL: { tau2: "DL" }, EE: { tau2: "EE" } },
        ci: { z: { interval: "z" }, HKSJ: { interval: "HKSJ" } },
      },
    });
    const found = rowsOf(specificationCurve(universe), "estimates").map(({ y }) => Number(y));
    expect(found).toHaveLength(4);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  test("timeCoursePlot", () => {
    const timed = [
      { trial: "a", study: "A", weeksAfter: 4, yi: 0.3, vi: 0.04 },
      { trial: "a", study: "A", weeksAfter: 26, yi: 0.1, vi: 0.04 },
    ];
    expect(rowsOf(timeCoursePlot(timed), "effects").map(({ x, y }) => [x, y])).toEqual([
      [4, 0.3],
      [26, 0.1],
    ]);
  });

  test("contributionBars: the bars of an estimate make one", () => {
    const fitted = network([
      comparison("A", "a", "b", 0.2),
      comparison("B", "a", "c", 0.5),
      comparison("C", "b", "c", 0.1),
    ]);
    const bars = rowsOf(contributionBars(contributionMatrix(fitted), { width: 400 }), "shares");
    const perRow = new Map<number, number>();
    for (const { x, x2, y } of bars) perRow.set(Number(y), (perRow.get(Number(y)) ?? 0) + Number(x2) - Number(x));
    expect([...perRow.values()]).toEqual([expect.closeTo(400, 6), expect.closeTo(400, 6), expect.closeTo(400, 6)]);
  });
});

describe("counts are those of the data", () => {
  const lists = [
    ["BL23", "BL40"],
    ["BL23", "BL40"],
    ["BL23", "LI4"],
    ["BL23", "LI4"],
  ];
  const prescriptions = lists.map((codes, i) => ({
    trialId: `t${i}`,
    codes,
    conditionGroup: "low-back-pain" as const,
    n: null,
    basis: "fixed" as const,
  }));

  test("pointTrialMatrix has an entry for each point of each trial", () => {
    expect(
      rowsOf(pointTrialMatrix(prescriptions), "entries")
        .map(({ says }) => says)
        .sort(),
    ).toEqual(lists.flatMap((codes, i) => codes.map((code) => `t${i}: ${code}`)).sort());
  });

  test("coprescriptionGraph: areas in proportion to trials, a line for each pair", () => {
    const chart = coprescriptionGraph(coprescriptionNetwork(prescriptions));
    const size = (code: string) => Number(rowsOf(chart, "nodes").find(({ name }) => name === code)!.size);
    expect(size("BL23") / size("LI4")).toBeCloseTo(2, 1);
    expect(new Set(rowsOf(chart, "edges").map(({ says }) => says))).toEqual(
      new Set(["BL23 and BL40: 2 trials", "BL23 and LI4: 2 trials"]),
    );
  });

  test("bodyChart: a region's area is the sum of its points' trials; ashi points are told, not drawn", () => {
    const chart = bodyChart([
      { code: "BL23", trials: 6, region: "lumbar", meridianCode: "BL" },
      { code: "BL25", trials: 2, region: "lumbar", meridianCode: "BL" },
      { code: "LI4", trials: 2, region: "hand", meridianCode: "LI" },
      { code: "ASHI", trials: 3, region: null, meridianCode: "ASHI" },
    ]);
    const [lumbar, hand] = rowsOf(chart, "regions");
    expect(Number(lumbar!.size) / Number(hand!.size)).toBeCloseTo(4, 6);
    expect(lumbar!.says).toContain("8 entries");
    expect(wordsOf(chart)).toContain("ASHI (3)");
  });

  test("trialFlow: what leaves and what remains adds up", () => {
    const chart = trialFlow({
      effects: [
        { study: "A", n1: 10, n2: 12 },
        { study: "A", n1: 10, n2: 11 },
        { study: "B", n1: 20, n2: 20 },
      ],
      reasons: [
        { reason: "too early", trials: 3 },
        { reason: "too late", trials: 1 },
      ],
    });
    expect(wordsOf(chart)).toContain("6 trials in the tables");
    expect(rowsOf(chart, "boxes").map(({ says }) => says)).toContain("2 trials used: 3 effects, 83 patients");
  });

  test("riskOfBiasTable and the judgements of a forest plot: a sign each, none where not judged", () => {
    const judged = [
      { study: effects[0]!.study, domains: { randomisation: "low", blinding: "high" } },
      { study: effects[1]!.study, domains: { blinding: "unclear" } },
    ] as const;
    const says = ["low risk", "high risk", "no information"];
    for (const chart of [riskOfBiasTable(judged), forestPlot(fit, { riskOfBias: judged })])
      expect(rowsOf(chart, "judgements").map((row) => String(row.says).split(": ")[1])).toEqual(says);
    expect(() => riskOfBiasTable([{ study: "A", domains: { blinding: "good" as never } }])).toThrow(
      /found "good"; allowed: low, some, high, unclear/,
    );
  });
});
