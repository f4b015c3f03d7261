import { metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { chartOf } from "../layout/chartOf.js";
import { type Label, labelLayers } from "../layout/label.js";
import { smallPrint } from "../layout/smallPrint.js";
import { valueRange, withMargin } from "../layout/valueRange.js";
import { messages } from "../messages.js";
import { palette } from "../theme/theme.js";
import { checkFinite, checkPoints } from "./checkPoints.js";
import { placeLabels } from "./placeLabels.js";
import { effectPosition, type PointDisc, pointDiscs, type ScatterArea } from "./pointDiscs.js";
import type { PointEffectRow } from "./pointEffectRow.js";
import { describePopularity, type PopularityContext, popularityKeys, popularityNotes } from "./popularityWords.js";
import { discLayers, levelLine, type ScatterFrame, shuffledLayers } from "./scatterLayers.js";
import { spreadByTrials } from "./spreadByTrials.js";

export interface PopularityOptions {
  readonly title?: string;
  /** Mean over all trials, drawn as a dashed line; none unless given. */
  readonly overall?: number;
  /** What the means measure; "Mean effect of the trials with an effect that list the point" unless given. */
  readonly effectLabel?: string;
  /** How many points are named on each axis, from the top; 8 unless given. */
  readonly named?: number;
}

const WIDTH = 720;
const PLOT = { left: 52, right: WIDTH - 12, top: 30, bottom: 410 } as const;

/**
 * Popularity against effect: each point at the number of trials that list it (log axis) and the naive mean of those of
 * them that have an effect, with its interval; areas of discs in proportion to the patients of these. The most listed
 * points and those with the highest means are named where a free place is found.
 *
 * Behind each point stands where shuffled prescriptions put its own mean, which few trials let vary more than many; a
 * mean outside is coloured. Points listed by the same number of trials stand side by side in the order of their codes.
 *
 * Throws `NOTHING_TO_DRAW` without points, `NOT_FINITE`, `NOT_A_COUNT`, `OPTION_OUT_OF_RANGE`.
 *
 * @example
 * import { popularityVsEffect } from "@acumeta/figures";
 * const points = [
 *   { code: "BL23", rank: 2, trials: 12, k: 9, n: 1200, estimate: 0.4, ci: { lower: 0.2, upper: 0.6 }, shuffled: null },
 *   { code: "GV3", rank: 1, trials: 5, k: 5, n: 700, estimate: 0.6, ci: null, shuffled: { lower: 0.1, upper: 0.7 } },
 * ];
 * popularityVsEffect(points).description.includes("BL23 is listed by most trials (12, 9 of them with an effect)"); // => true
 */
export function popularityVsEffect(points: readonly PointEffectRow[], options: PopularityOptions = {}): ChartSpec {
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", overall = null, named = 8 } = options;
  const { effectLabel = "Mean effect of the trials with an effect that list the point" } = options;
  checkPoints(points);
  if (overall !== null) checkFinite({ option: "overall" }, [overall]);
  if (!(Number.isSafeInteger(named) && named >= 0)) throw metaError(messages.namedOutOfRange(named));
  const levels = overall === null ? [0] : [0, overall];
  const places = spreadByTrials(points);
  const area = scatterArea(points, places, levels);
  const context: PopularityContext = { cutOff: isCutOff(points, area.yDomain) };
  const discs = pointDiscs(points, places, area);
  const lines = levels.map((level) => effectPosition(level, area));
  const names = placeLabels(namedDiscs(discs, named), { discs, lines, frame: PLOT });
  const small = smallPrint(
    { keys: popularityKeys(points, overall), notes: popularityNotes(points, context) },
    { top: PLOT.bottom + 46, width: WIDTH },
  );
  const frame: ScatterFrame = { ...area, height: Math.ceil(small.bottom) };
  return chartOf({
    title,
    description: describePopularity(points),
    width: WIDTH,
    height: frame.height,
    layers: [
      ...shuffledLayers(discs, frame),
      levelLine({ name: "no effect", value: 0, color: palette.rule, dashed: false }, frame),
      ...(overall === null
        ? []
        : [levelLine({ name: "mean of all trials", value: overall, color: palette.pooled, dashed: true }, frame)]),
      ...discLayers(discs, frame),
      ...small.layers,
      ...labelLayers([...names, ...axisTitles(effectLabel), ...small.labels]),
    ],
  });
}

/** Free space on the axis of trials beside the outermost points, as a factor. */
const SPACE = 1.2;

/** Room for every mean and shuffled mean, and for intervals up to the typical width; `levels` are shown too. */
function scatterArea(
  points: readonly PointEffectRow[],
  places: readonly number[],
  levels: readonly number[],
): ScatterArea {
  const wishes = points.map(({ estimate, ci }) => ({ estimate, lower: estimate, upper: estimate, ...ci, room: 1 }));
  const shuffled = points.flatMap((point) => point.shuffled ?? []).flatMap(({ lower, upper }) => [lower, upper]);
  return {
    xDomain: [Math.min(...places) / SPACE, Math.max(...places) * SPACE],
    yDomain: withMargin(valueRange(wishes, [...levels, ...shuffled]), 0.05),
    plot: PLOT,
  };
}

function isCutOff(points: readonly PointEffectRow[], [first, last]: readonly [number, number]): boolean {
  return points.some(({ ci }) => ci !== null && (ci.lower < first || ci.upper > last));
}

/** The points with most trials, then those with the highest means. */
function namedDiscs(discs: readonly PointDisc[], count: number): readonly PointDisc[] {
  const popular = [...discs].sort((a, b) => b.point.trials - a.point.trials).slice(0, count);
  const effective = [...discs].sort((a, b) => b.point.estimate - a.point.estimate).slice(0, count);
  return [...new Set([...popular, ...effective])];
}

function axisTitles(effectLabel: string): readonly Label[] {
  const middle = (PLOT.left + PLOT.right) / 2;
  return [
    { text: effectLabel, x: 0, y: 10, bold: true },
    { text: "Trials that list the point (log scale)", x: middle, y: PLOT.bottom + 30, align: "center", bold: true },
  ];
}
