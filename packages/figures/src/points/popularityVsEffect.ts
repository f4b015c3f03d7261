import type { ChartSpec } from "../chartSpec.js";
import { chartOf } from "../layout/chartOf.js";
import { type Label, labelLayers } from "../layout/label.js";
import { paragraphs } from "../layout/paragraphs.js";
import { valueRange, withMargin } from "../layout/valueRange.js";
import { palette } from "../theme/theme.js";
import { checkPoints } from "./checkPoints.js";
import { placeLabels } from "./placeLabels.js";
import { effectPosition, type PointDisc, pointDiscs, type ScatterArea } from "./pointDiscs.js";
import type { PointEffectRow, RankBand } from "./pointEffectRow.js";
import { describePopularity, type PopularityContext, popularityNotes } from "./popularityWords.js";
import { bandLayer, discLayers, levelLine, type ScatterFrame } from "./scatterLayers.js";

export interface PopularityOptions {
  readonly title?: string;
  /** Permutation band by rank; its outer limits are shaded. None unless given. */
  readonly band?: readonly RankBand[];
  /** Mean over all trials, drawn as a dashed line; none unless given. */
  readonly overall?: number;
  /** What the means measure; "Mean effect of the trials that list the point" unless given. */
  readonly effectLabel?: string;
  /** How many points are named on each axis, from the top; 8 unless given. */
  readonly named?: number;
}

const WIDTH = 720;
const PLOT = { left: 52, right: WIDTH - 12, top: 30, bottom: 410 } as const;

/**
 * Popularity against effect: each point at the number of trials that list it (log axis) and the naive mean of these
 * trials, with its interval; areas of discs in proportion to patients. The most listed points and those with the
 * highest means are named where a free place is found.
 *
 * The shaded band reaches from the lowest to the highest limit of the permutation band: where all points' means would
 * lie if points did not matter. Points with the same number of trials stand side by side in the order of their codes.
 *
 * Throws `NOTHING_TO_DRAW` without points, `NOT_FINITE`, `BAND_LENGTH`.
 *
 * @example
 * import { popularityVsEffect } from "@acumeta/figures";
 * const points = [
 *   { code: "BL23", k: 9, n: 1200, estimate: 0.4, ci: { lower: 0.2, upper: 0.6 } },
 *   { code: "GV3", k: 5, n: 700, estimate: 0.6, ci: { lower: 0.3, upper: 0.9 } },
 * ];
 * popularityVsEffect(points).description.includes("BL23 is listed by most trials (9)"); // => true
 */
export function popularityVsEffect(points: readonly PointEffectRow[], options: PopularityOptions = {}): ChartSpec {
  const { title = "", band = [], overall = null, named = 8 } = options;
  const { effectLabel = "Mean effect of the trials that list the point" } = options;
  checkPoints(points, band.length === 0 ? null : band);
  const envelope = band.length === 0 ? null : envelopeOf(band);
  const levels = overall === null ? [0] : [0, overall];
  const area = scatterArea(points, envelope === null ? levels : [...levels, envelope.lower, envelope.upper]);
  const context: PopularityContext = { envelope, overall, cutOff: isCutOff(points, area.yDomain) };
  const discs = pointDiscs(points, area);
  const lines = levels.map((level) => effectPosition(level, area));
  const names = placeLabels(namedDiscs(discs, named), { discs, lines, frame: PLOT });
  const small = paragraphs(popularityNotes(points, context), { top: PLOT.bottom + 46, width: WIDTH });
  const frame: ScatterFrame = { ...area, height: Math.ceil(small.bottom) };
  return chartOf({
    title,
    description: describePopularity(points, context),
    width: WIDTH,
    height: frame.height,
    layers: [
      ...(envelope === null ? [] : [bandLayer(envelope, frame)]),
      levelLine({ name: "no effect", value: 0, color: palette.rule, dashed: false }, frame),
      ...(overall === null
        ? []
        : [levelLine({ name: "mean of all trials", value: overall, color: palette.pooled, dashed: true }, frame)]),
      ...discLayers(discs, frame),
      ...labelLayers([...names, ...axisTitles(effectLabel), ...small.labels]),
    ],
  });
}

function envelopeOf(band: readonly RankBand[]) {
  return { lower: Math.min(...band.map(({ lower }) => lower)), upper: Math.max(...band.map(({ upper }) => upper)) };
}

/** Room for every mean and for intervals up to the typical width; `shown` are further effects to show. */
function scatterArea(points: readonly PointEffectRow[], shown: readonly number[]): ScatterArea {
  const wishes = points.map(({ estimate, ci }) => ({ estimate, lower: estimate, upper: estimate, ...ci, room: 1 }));
  const trials = points.map(({ k }) => k);
  return {
    xDomain: [0.8 * Math.min(...trials), 1.2 * Math.max(...trials)],
    yDomain: withMargin(valueRange(wishes, shown), 0.05),
    plot: PLOT,
  };
}

function isCutOff(points: readonly PointEffectRow[], [first, last]: readonly [number, number]): boolean {
  return points.some(({ ci }) => ci !== null && (ci.lower < first || ci.upper > last));
}

/** The points with most trials, then those with the highest means. */
function namedDiscs(discs: readonly PointDisc[], count: number): readonly PointDisc[] {
  const popular = [...discs].sort((a, b) => b.point.k - a.point.k).slice(0, count);
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
