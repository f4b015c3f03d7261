import {
  componentNetwork,
  leagueTable,
  type NetworkEffect,
  netHeat,
  network,
  pScores,
  rankProbabilities,
  rankSets,
  shrunkComponents,
  splitNodes,
} from "@acumeta/core";
import {
  type ChartSpec,
  componentForest,
  leagueHeatmap,
  netHeatPlot,
  rankIntervals,
  rankogram,
  splitForest,
  toSvg,
} from "@acumeta/figures";
import { describe, expect, test } from "vitest";
import { outside, overlaps, rowsOf, wordsOf } from "../chartParts.js";
import { comparison, ring } from "./ring.js";

const fitted = (n: number, letters = 3) => network(ring(n, letters), { tau2: "EE" });
const small = fitted(4);
const draws = { better: "lower", draws: 500 } as const;

const figures: Readonly<Record<string, (n: number, letters: number) => ChartSpec>> = {
  leagueHeatmap: (n, letters) => leagueHeatmap(fitted(n, letters)),
  rankIntervals: (n, letters) => rankIntervals(rankSets(fitted(n, letters), draws)),
  rankogram: (n, letters) => rankogram(rankProbabilities(fitted(n, letters), draws)),
  splitForest: (n, letters) => {
    const fit = fitted(n, letters);
    return splitForest(fit, splitNodes(fit));
  },
  netHeatPlot: (n, letters) => netHeatPlot(netHeat(fitted(n, letters))),
};

describe.each(Object.entries(figures))("%s", (_, draw) => {
  test.each([
    [3, 3],
    [3, 70],
    [9, 20],
    [15, 60],
  ])("of %i treatments with names of %i letters: every text is inside and covers no other", (n, letters) => {
    const chart = draw(n, letters);
    expect(outside(chart)).toEqual([]);
    expect(overlaps(chart)).toEqual([]);
    expect(chart.description).toMatch(/\.$/);
  });

  test("is drawn, and frozen", async () => {
    const chart = draw(4, 12);
    expect(Object.isFrozen(chart)).toBe(true);
    expect(await toSvg(chart)).toMatch(/^<svg/);
  });

  test("refuses what is no result", () => {
    const figure = { leagueHeatmap, rankIntervals, rankogram, splitForest, netHeatPlot };
    for (const each of Object.values(figure) as readonly ((found: unknown) => ChartSpec)[])
      expect(() => each({})).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" }));
  });
});

describe("leagueHeatmap", () => {
  test("has a cell for every ordered pair, the second of a pair being the first turned round", () => {
    const cells = rowsOf(leagueHeatmap(small), "effects");
    expect(cells).toHaveLength(12);
    const values = cells.map(({ value }) => Number(value));
    const league = leagueTable(small).map(({ estimate }) => estimate);
    expect([...values].sort((a, b) => a - b)).toEqual(
      [...league, ...league.map((each) => -each)].sort((a, b) => a - b),
    );
  });

  test("is pale where the interval includes no effect, and bold where it does not", () => {
    const three = network(
      [comparison("1", "a", "b", 1), comparison("2", "b", "c", 0.1), comparison("3", "a", "c", 1.2)],
      { tau2: "EE" },
    );
    const cells = rowsOf(leagueHeatmap(three), "effects");
    const strong = leagueTable(three).filter(({ ci }) => ci.lower > 0 || ci.upper < 0).length;
    expect(strong).toBeLessThan(3);
    expect(strong).toBeGreaterThan(0);
    expect(cells.filter(({ strength }) => Number(strength) > 0.5)).toHaveLength(2 * strong);
    expect(cells.filter(({ says }) => String(says).endsWith(", apart"))).toHaveLength(2 * strong);
  });

  test("turns its colours where lower is better, and shows ratios as ratios", () => {
    const [first] = rowsOf(leagueHeatmap(small), "effects");
    const [turned] = rowsOf(leagueHeatmap(small, { better: "lower" }), "effects");
    expect(turned!.value).toBe(-Number(first!.value));
    const ratios = network([{ ...comparison("1", "a", "b", Math.log(2)), measure: "logOR" }], { tau2: "EE" });
    expect(wordsOf(leagueHeatmap(ratios))).toContain("2.00 0.50");
  });

  test("takes the order of a ranking", () => {
    const ranking = pScores(small, { better: "lower" });
    const best = [...ranking.treatments].sort((a, b) => b.score - a.score)[0]!.name;
    expect(wordsOf(leagueHeatmap(small, { order: ranking })).startsWith(best)).toBe(true);
  });
});

describe("rankIntervals", () => {
  const ranks = rankSets(small, draws);
  test("draws every treatment, the best first, with its limits", () => {
    const chart = rankIntervals(ranks);
    const expected = [...ranks.treatments].sort((a, b) => b.score - a.score).map(({ rank }) => rank.expected);
    expect(rowsOf(chart, "expected ranks").map(({ value }) => value)).toEqual(expected);
    const bars = rowsOf(chart, "limits of ranks").map(({ lower, upper }) => [
      Math.round(Number(lower)),
      Math.round(Number(upper)),
    ]);
    const limits = [...ranks.treatments].sort((a, b) => b.score - a.score).map(({ rank }) => [rank.lower, rank.upper]);
    expect(bars).toEqual(limits);
  });

  test("says that overlapping limits show no order", () => {
    expect(wordsOf(rankIntervals(ranks))).toContain("no order is shown");
  });
});

describe("rankogram", () => {
  const ranks = rankProbabilities(small, draws);
  test("has bars as high as the probabilities, or the cumulative ones", () => {
    for (const cumulative of [false, true]) {
      const chart = rankogram(ranks, { cumulative });
      const bars = rowsOf(chart, cumulative ? "cumulative probabilities" : "probabilities");
      const sorted = [...ranks.treatments].sort((a, b) => b.score - a.score);
      const expected = sorted.flatMap((each) => (cumulative ? each.cumulative : each.probabilities));
      const height = Math.max(...bars.map(({ y, y2 }) => Number(y2) - Number(y))) / Math.max(...expected);
      bars.forEach(({ y, y2 }, i) => {
        expect((Number(y2) - Number(y)) / height).toBeCloseTo(expected[i]!, 9);
      });
    }
  });

  test("refuses a ranking without probabilities, and columns that are none", () => {
    const code = expect.objectContaining({ code: "WRONG_ARGUMENT" });
    expect(() => rankogram(pScores(small, { better: "lower" }) as never)).toThrow(code);
    expect(() => rankogram(ranks, { columns: 0 })).toThrow(code);
  });
});

describe("splitForest", () => {
  test("has a mark for each estimate that there is", () => {
    const splits = splitNodes(small);
    const made = splits.comparisons.filter(({ direct }) => direct !== null);
    const marks = rowsOf(splitForest(small, splits), "estimates");
    expect(marks).toHaveLength(made.reduce((sum, { indirect }) => sum + (indirect === null ? 2 : 3), 0));
    expect(marks.map(({ value }) => value)).toContain(made[0]!.direct!.estimate);
  });

  test("says where there is no indirect evidence", () => {
    const line = network([comparison("1", "a", "b", 0.3), comparison("2", "b", "c", 0.2)], { tau2: "EE" });
    expect(wordsOf(splitForest(line, splitNodes(line)))).toContain("no indirect evidence");
  });
});

describe("netHeatPlot", () => {
  test("has a cell of the change, and a square of the contribution's area, for each row and design", () => {
    const heat = netHeat(small);
    const chart = netHeatPlot(heat);
    const cells = rowsOf(chart, "change of Q");
    expect(cells.map(({ value }) => value)).toEqual(heat.rows.flatMap(({ design }) => heat.change[design]!));
    const areas = rowsOf(chart, "contributions").map(({ x, x2 }) => (Number(x2) - Number(x)) ** 2);
    const shares = heat.rows.flatMap(({ contributions }) => contributions.map((each) => Math.min(1, Math.abs(each))));
    const largest = shares.indexOf(Math.max(...shares));
    areas.forEach((area, i) => {
      expect(area / areas[largest]!).toBeCloseTo(shares[i]! / shares[largest]!, 9);
    });
  });

  test("has nothing to show of one design", () => {
    const alone = network([comparison("1", "a", "b", 0.3), comparison("2", "a", "b", 0.2)], { tau2: "EE" });
    expect(() => netHeatPlot(netHeat(alone))).toThrow(expect.objectContaining({ code: "NOTHING_TO_DRAW" }));
  });
});

describe("componentForest", () => {
  const effects: readonly NetworkEffect<"SMD">[] = [
    comparison("1", "needle+point", "care", -0.9),
    comparison("2", "needle+point", "care", -0.7),
    comparison("3", "moxa+care", "care", -0.1),
  ];
  const fit = componentNetwork(effects, { inactive: "care", tau2: "EE" });

  test("has a mark of each component that trials tell, a row of the others, and the reason", () => {
    const chart = componentForest(fit);
    const told = fit.components.filter(({ estimate }) => estimate !== null);
    expect(rowsOf(chart, "estimates").map(({ value }) => value)).toEqual(told.map(({ estimate }) => estimate));
    expect(told.length).toBeLessThan(fit.components.length);
    expect(wordsOf(chart)).toContain("cannot be told");
    expect(wordsOf(chart)).toContain("needle + point can be estimated");
    expect([outside(chart), overlaps(chart)]).toEqual([[], []]);
  });

  test("draws shrunken components too, and says what is better", () => {
    const chart = componentForest(shrunkComponents(effects, { inactive: "care" }), { better: "lower" });
    expect(rowsOf(chart, "estimates")).toHaveLength(3);
    expect(wordsOf(chart)).toContain("Better with it");
  });

  test("refuses another result", () => {
    expect(() => componentForest({} as never)).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" }));
  });
});
