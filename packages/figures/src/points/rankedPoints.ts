import { counted, fixed } from "@acumeta/core";
import type { ChartSpec, JsonObject } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { chartOf } from "../layout/chartOf.js";
import { checkWidth } from "../layout/checkWidth.js";
import { intervalLayers } from "../layout/intervals.js";
import { labelLayers, pixels } from "../layout/label.js";
import { layoutTable, type TableLayout } from "../layout/layoutTable.js";
import { horizontalLines, verticalLine } from "../layout/lines.js";
import type { Key } from "../layout/plane/keys.js";
import { plotFoot } from "../layout/plotFoot.js";
import { said } from "../layout/said.js";
import { type ValueAxis, valueChannel } from "../layout/valueAxis.js";
import { typicalHalfWidth, valueRange, withMargin } from "../layout/valueRange.js";
import { decimalsFor } from "../text/decimalsFor.js";
import { palette } from "../theme/theme.js";
import { checkBand, checkPoints } from "./checkPoints.js";
import { levelText } from "./levelText.js";
import type { PointEffectRow, RankBand } from "./pointEffectRow.js";

export interface RankedPointsOptions {
  readonly title?: string;
  /** What the means measure, on the axis; "Mean effect of the trials with an effect that list the point" unless given. */
  readonly effectLabel?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 340 unless given. */
  readonly width?: number;
}

const ROW_HEIGHT = 18;

/**
 * Points from the highest naive mean to the lowest, with intervals, in front of the permutation band of each rank: the
 * ordered means that shuffled prescriptions give. A ranking inside its band is one that chance alone would produce.
 *
 * Throws `NOTHING_TO_DRAW` without points, `NOT_FINITE`, `NOT_A_COUNT`, `WIDTH_OUT_OF_RANGE`, and `BAND_LENGTH` unless
 * the band has one rank for each point (highest first). An empty band draws none.
 *
 * @example
 * import { rankedPoints } from "@acumeta/figures";
 * const points = [
 *   { code: "BL23", rank: 2, trials: 12, k: 9, n: 1200, estimate: 0.4, ci: { lower: 0.2, upper: 0.6 }, shuffled: null },
 *   { code: "GV3", rank: 1, trials: 5, k: 5, n: 700, estimate: 0.6, ci: { lower: 0.3, upper: 0.9 }, shuffled: null },
 * ];
 * const band = [{ lower: 0.45, median: 0.55, upper: 0.7 }, { lower: 0.3, median: 0.42, upper: 0.5 }];
 * rankedPoints(points, band).description.startsWith("2 points ranked by naive mean effect, GV3 first"); // => true
 */
export function rankedPoints(
  points: readonly PointEffectRow[],
  band: readonly RankBand[],
  options: RankedPointsOptions = {},
): ChartSpec {
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", width = 340 } = options;
  const { effectLabel = "Mean effect of the trials with an effect that list the point" } = options;
  checkWidth(width);
  checkPoints(points);
  checkBand(band, points);
  const ranked = [...points].sort((a, b) => a.rank - b.rank);
  const table = rankTable(ranked, width);
  const domain = withMargin(
    valueRange(ranked.map(wish), [0, ...band.flatMap(({ lower, upper }) => [lower, upper])]),
    0.04,
  );
  const foot = plotFoot(
    { axisTitle: effectLabel, favours: null, keys: keysOf(band), notes: notesOf(ranked, domain) },
    { table, domain, scale: { type: "linear", nullValue: 0 } },
  );
  const axis: ValueAxis = {
    type: "linear",
    domain,
    range: [table.plot.left, table.plot.right],
    y: foot.axisY,
    height: foot.height,
  };
  return chartOf({
    title,
    description: describe(ranked, band),
    width: table.width,
    height: foot.height,
    layers: [
      ...bandLayers(band, table, axis),
      ...pointLayers(ranked, table, axis),
      ...foot.keys,
      ...labelLayers([...table.labels, ...foot.labels]),
    ],
  });
}

function rankTable(ranked: readonly PointEffectRow[], plotWidth: number): TableLayout {
  const decimals = decimalsFor(typicalHalfWidth(ranked.map(wish)));
  const text = (value: number) => fixed(value, decimals);
  const left = { align: "right", side: "left" } as const;
  return layoutTable(
    [
      { ...left, head: "Rank", cells: ranked.map(({ rank }) => String(rank)) },
      { ...left, head: "Point", align: "left", cells: ranked.map(({ code }) => code) },
      { ...left, head: "Trials", cells: ranked.map(({ k, trials }) => `${k} of ${trials}`) },
      {
        head: `Mean [${levelText(ranked.map(({ ci }) => ci))}CI]`,
        align: "right",
        side: "right",
        cells: ranked.map(({ estimate, ci }) =>
          ci === null ? text(estimate) : `${text(estimate)} [${text(ci.lower)}, ${text(ci.upper)}]`,
        ),
      },
    ],
    ranked.map(() => ({})),
    { plotWidth, rowHeight: ROW_HEIGHT },
  );
}

function bandLayers(band: readonly RankBand[], table: TableLayout, axis: ValueAxis): readonly JsonObject[] {
  if (band.length === 0) return [];
  const values = band.map(({ lower, median, upper }, rank) => ({ lower, median, upper, y: table.rows[rank]! }));
  const half = { y: ROW_HEIGHT / 2 };
  const bars = intervalLayers(values, { name: "permutation band", color: palette.band, thickness: ROW_HEIGHT }, axis);
  const medians: JsonObject = {
    name: "permutation median",
    data: { values: values.map(({ median, y }) => ({ median, y: y - half.y, y2: y + half.y })) },
    mark: { type: "rule", color: palette.rule, strokeWidth: 1.5, aria: false },
    encoding: { x: valueChannel("median", axis), y: pixels("y"), y2: { field: "y2" } },
  };
  return [...bars, medians];
}

function pointLayers(ranked: readonly PointEffectRow[], table: TableLayout, axis: ValueAxis): readonly JsonObject[] {
  const bars = ranked.flatMap(({ ci }, row) => (ci === null ? [] : [{ ...ci, y: table.rows[row]! }]));
  const values = ranked.map((point, row) => ({ value: point.estimate, y: table.rows[row]!, says: sayPoint(point) }));
  return [
    horizontalLines([table.headBottom], table.width),
    verticalLine({ name: "no effect", value: 0, top: table.headBottom, bottom: axis.y, color: palette.rule }, axis),
    ...intervalLayers(bars, { name: "intervals", color: palette.ink, thickness: 1 }, axis),
    {
      name: "points",
      data: { values },
      mark: { type: "point", shape: "circle", filled: true, opacity: 1, size: 46, color: palette.study },
      encoding: {
        x: valueChannel("value", axis),
        y: pixels("y"),
        ...said,
      },
    },
  ];
}

function keysOf(band: readonly RankBand[]): readonly Key[] {
  if (band.length === 0) return [];
  const text = `where ${levelText(band)}of shuffles put the mean at each rank, if points did not matter (prescriptions shuffled among trials with the same comparator), with its median`;
  return [{ text, mark: "area", color: palette.band }];
}

function notesOf(ranked: readonly PointEffectRow[], [first, last]: readonly [number, number]): readonly string[] {
  const cutOff = ranked.some(({ ci }) => ci !== null && (ci.lower < first || ci.upper > last));
  return [
    "A point's naive mean is the mean of whole trials that list it among many points; it does not tell what the point itself does.",
    "Trials: those with an effect, of all that list the point.",
    ...(cutOff ? ["An arrow marks an interval that goes on beyond the axis."] : []),
  ];
}

function describe(ranked: readonly PointEffectRow[], band: readonly RankBand[]): string {
  const outside = ranked.filter(
    ({ estimate }, rank) => estimate < (band[rank]?.lower ?? estimate) || estimate > (band[rank]?.upper ?? estimate),
  );
  const found = band.length === 0 ? "" : ` ${outside.length} of them outside the permutation band of their rank.`;
  const [first, last] = [ranked[0]!, ranked.at(-1)!];
  return `${counted(ranked.length, "point")} ranked by naive mean effect, ${first.code} first (${fixed(first.estimate, 2)}), ${last.code} last (${fixed(last.estimate, 2)}).${found}`;
}

function sayPoint({ code, trials, k, estimate }: PointEffectRow): string {
  return `${code}: listed by ${counted(trials, "trial")}, ${k} with an effect, mean ${fixed(estimate, 2)}`;
}

function wish({ estimate, ci }: PointEffectRow) {
  return { estimate, lower: ci?.lower ?? estimate, upper: ci?.upper ?? estimate };
}
