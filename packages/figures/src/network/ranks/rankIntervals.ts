import { fixed, percent, type Ranked, type Ranking } from "@acumeta/core";
import type { ChartSpec, JsonObject } from "../../chartSpec.js";
import { checkArgument, isObject } from "../../checkArgument.js";
import { chartOf } from "../../layout/chartOf.js";
import { checkWidth } from "../../layout/checkWidth.js";
import { intervalLayers } from "../../layout/intervals.js";
import { labelLayers, pixels } from "../../layout/label.js";
import { layoutTable } from "../../layout/layoutTable.js";
import { horizontalLines } from "../../layout/lines.js";
import { plotFoot } from "../../layout/plotFoot.js";
import { said } from "../../layout/said.js";
import { type ValueAxis, valueChannel } from "../../layout/valueAxis.js";
import { palette } from "../../theme/theme.js";
import { checkRanking, limitsText } from "./checkRanking.js";

/** How ranks are drawn. */
export interface RankIntervalsOptions {
  readonly title?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 320 unless given. */
  readonly width?: number;
}

const ROW_HEIGHT = 20;

/**
 * The expected rank of each treatment (or point, or component) with the limits of what it may be, the highest score first. Where
 * limits overlap, an order is not shown by the data: the figure of a ranking that says how little it knows.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 *
 * @param ranking Of `rankSets` (limits hold for all together), `pScores` or `rankProbabilities`.
 *
 * @example
 * import { rankSets } from "@acumeta/core";
 * import { rankIntervals } from "@acumeta/figures";
 * const joint = { names: ["acupuncture", "sham"], estimates: [-0.6, -0.3], vcov: [[0.02, 0.01], [0.01, 0.03]], reference: "none" };
 * const ranks = rankSets(joint, { better: "lower" });
 * rankIntervals(ranks).description.startsWith("Ranks of 3, best first: acupuncture"); // => true
 */
export function rankIntervals(ranking: Ranking, options: RankIntervalsOptions = {}): ChartSpec {
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", width = 320 } = options;
  checkWidth(width);
  const ranked = checkRanking(ranking);
  const n = ranked.length;
  const left = { align: "left", side: "left" } as const;
  const right = { align: "right", side: "right" } as const;
  const table = layoutTable(
    [
      { ...left, head: "", cells: ranked.map(({ name }) => name) },
      { ...right, head: "Score", cells: ranked.map(({ score }) => fixed(score, 2)) },
      { ...right, head: "Expected rank", cells: ranked.map(({ rank }) => fixed(rank.expected, 1)) },
      { ...right, head: `${percent(ranking.level)} limits`, cells: ranked.map(({ rank }) => limitsText(rank)) },
    ],
    ranked.map(() => ({})),
    { plotWidth: width, rowHeight: ROW_HEIGHT },
  );
  const domain = [0.5, n + 0.5] as const;
  const foot = plotFoot(
    { axisTitle: "Rank (1 is best)", favours: null, notes: notesOf(ranking) },
    { table, domain, scale: { type: "linear", nullValue: null } },
  );
  const axis: ValueAxis = {
    type: "linear",
    domain,
    range: [table.plot.left, table.plot.right],
    y: foot.axisY,
    height: foot.height,
    integers: true,
  };
  const bars = ranked.map(({ rank: { lower, upper } }, row) => ({
    lower: lower - 0.5 * SHORTEST,
    upper: upper + 0.5 * SHORTEST,
    y: table.rows[row]!,
  }));
  return chartOf({
    title,
    description: describe(ranked, ranking, title),
    width: table.width,
    height: foot.height,
    layers: [
      horizontalLines([table.headBottom], table.width),
      ...intervalLayers(bars, { name: "limits of ranks", color: palette.band, thickness: 11 }, axis),
      expectedLayer(ranked, table.rows, axis),
      ...labelLayers([...table.labels, ...foot.labels]),
    ],
  });
}

/** Width, in ranks, of a bar whose limits are the same. */
const SHORTEST = 0.3;

function expectedLayer(ranked: readonly Ranked[], rows: readonly number[], axis: ValueAxis): JsonObject {
  return {
    name: "expected ranks",
    data: {
      values: ranked.map(({ name, rank }, row) => ({
        value: rank.expected,
        y: rows[row]!,
        says: `${name}: expected rank ${fixed(rank.expected, 1)}, ${limitsText(rank)}`,
      })),
    },
    mark: { type: "point", shape: "circle", filled: true, opacity: 1, size: 60, color: palette.study },
    encoding: {
      x: valueChannel("value", axis),
      y: pixels("y"),
      ...said,
    },
  };
}

function notesOf({ limits, level, poth }: Ranking): readonly string[] {
  return [
    `Bars: ranks that the data do not exclude, ${percent(level)}, ${limits}; dots: expected ranks. Where bars overlap, no order is shown.`,
    ...(poth === null ? [] : [`Precision of the hierarchy ${fixed(poth, 2)}: 1 is a sure order, 0 nothing known.`]),
  ];
}

function describe(ranked: readonly Ranked[], { level }: Ranking, title: string): string {
  const each = ranked.map(({ name, rank }) => `${name} ${fixed(rank.expected, 1)} (${limitsText(rank)})`);
  const of = title === "" ? "" : `, ${title}`;
  return `Ranks of ${ranked.length}${of}, best first: ${each.join("; ")}; limits at ${percent(level)}.`;
}
