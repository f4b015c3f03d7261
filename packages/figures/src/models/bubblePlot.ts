import { type MetaRegression, metaError, type Predicted, percent, predictAt, pText } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { effectRange } from "../forest/effectRange.js";
import { type ForestScale, forestScale, withInterval } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import type { Key } from "../layout/plane/keys.js";
import { atY, band, dots, path } from "../layout/plane/marks.js";
import { planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { withMargin } from "../layout/valueRange.js";
import { messages } from "../messages.js";
import { tickText } from "../text/tickText.js";
import { palette } from "../theme/theme.js";
import { type Bubble, bubblesOf, type ModeratedRow } from "./bubbles.js";

/** How a bubble plot is drawn. */
export interface BubblePlotOptions {
  /** The moderator on the axis: a numeric column of the studies, in any form that the formula gives it (splines, logarithms). */
  readonly moderator: string;
  /** Values of the other moderators, at which the line is drawn; needed where the model has others. */
  readonly at?: Readonly<Record<string, string | number | boolean>>;
  readonly title?: string;
  /** What the axis is called; the moderator's name unless given. */
  readonly moderatorLabel?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 480 unless given. */
  readonly width?: number;
}

const STEPS = 80;

/**
 * Effects against a moderator, with what a meta-regression predicts: the mean effect with its confidence interval, and where the
 * effect of a new study is expected. Areas are in proportion to weights. Ratios are shown back-transformed on a log axis.
 *
 * @param effects The studies as they were given to `metaRegression`.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`, and what `predictAt` throws, such as `MISSING_MODERATOR` for
 * one that `at` does not give. Thompson & Higgins 2002, Statistics in Medicine 21:1559-1573.
 *
 * @example
 * import { metaRegression } from "@acumeta/core";
 * import { bubblePlot } from "@acumeta/figures";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.02, weeks: 4 },
 *   { study: "B", measure: "SMD", yi: 0.3, vi: 0.03, weeks: 12 },
 *   { study: "C", measure: "SMD", yi: 0.9, vi: 0.02, weeks: 20 },
 *   { study: "D", measure: "SMD", yi: 0.7, vi: 0.04, weeks: 26 },
 * ] as const;
 * const fit = metaRegression(effects, { moderators: "~ weeks", interval: "z" });
 * bubblePlot(fit, effects, { moderator: "weeks" }).description.includes("4 studies by weeks"); // => true
 */
export function bubblePlot(
  fit: MetaRegression,
  effects: readonly ModeratedRow[],
  options: BubblePlotOptions,
): ChartSpec {
  checkArgument(isObject(fit) && "design" in fit && "studies" in fit, "fit", fit, "what metaRegression gives");
  checkArgument(Array.isArray(effects) && effects.every(isObject), "effects", effects, "the studies of the fit");
  checkArgument(isObject(options), "options", options, "an object with a moderator");
  const { moderator, at = {}, title = "", moderatorLabel = moderator, width = 480 } = options;
  checkArgument(typeof moderator === "string", "moderator", moderator, "the name of a numeric column of the studies");
  checkWidth(width);
  const bubbles = bubblesOf(fit, effects, moderator);
  if (bubbles.length === 0) throw metaError(messages.nothingToDraw("studies"));
  const scale = forestScale(fit.measure, bubbles);
  const xDomain = withMargin(spanOf(bubbles.map(({ x }) => x)), 0.05);
  const line = predictedOver(fit, { moderator, at, domain: spanOf(bubbles.map(({ x }) => x)) });
  const [lower, upper] = yRange(fit, bubbles, line);
  const plane = planeOf({
    x: { domain: xDomain, title: moderatorLabel },
    y: { domain: [scale.show(lower), scale.show(upper)], type: scale.type, title: scale.axisTitle },
    size: { width, height: 320 },
    keys: keysOf(fit, line),
    notes: notesOf(fit, at),
  });
  const within = (limits: { lower: number; upper: number }) => ({
    lower: scale.show(Math.max(lower, limits.lower)),
    upper: scale.show(Math.min(upper, limits.upper)),
  });
  const { nullValue } = scale;
  const intervals = line.map(({ x, predicted: { ci } }) => ({ x, ...within(ci) }));
  const predictions = line.flatMap(({ x, predicted: { pi } }) => (pi === null ? [] : [{ x, ...within(pi) }]));
  const means = line.map(({ x, predicted }) => ({ x, y: scale.show(predicted.estimate) }));
  const dashed = { color: palette.prediction, strokeDash: [4, 3], strokeWidth: 1.4 };
  return planeChart(plane, {
    title,
    description: describeBubbles(fit, { bubbles, moderator, scale, title, line }),
    layers: [
      ...band(intervals, { name: "confidence band", mark: { color: palette.band } }, plane),
      ...(nullValue === null ? [] : [atY(nullValue, { name: "no effect", mark: { color: palette.rule } }, plane)]),
      ...path(
        predictions.map(({ x, lower: y }) => ({ x, y })),
        { name: "prediction limit below", mark: dashed },
        plane,
      ),
      ...path(
        predictions.map(({ x, upper: y }) => ({ x, y })),
        { name: "prediction limit above", mark: dashed },
        plane,
      ),
      ...path(means, { name: "predicted", mark: { color: palette.pooled, strokeWidth: 2 } }, plane),
      ...dots(
        bubbles.map(({ study, x, yi, lower: low, upper: high, size }) => ({
          x,
          y: scale.show(yi),
          size,
          says: `${study}: ${withInterval({ estimate: yi, lower: low, upper: high }, scale)}, ${moderator} ${tickText(x)}`,
        })),
        {
          name: "studies",
          mark: { color: palette.study, fillOpacity: 0.55, stroke: palette.study, strokeWidth: 1 },
          encoding: { size: { field: "size", type: "quantitative", scale: null } },
        },
        plane,
      ),
    ],
  });
}

interface LinePoint {
  readonly x: number;
  readonly predicted: Predicted;
}

interface Over {
  readonly moderator: string;
  readonly at: NonNullable<BubblePlotOptions["at"]>;
  readonly domain: readonly [number, number];
}

/** What the model says between the least and the greatest value of the moderator. */
function predictedOver(fit: MetaRegression, { moderator, at, domain: [first, last] }: Over): readonly LinePoint[] {
  const values = Array.from({ length: STEPS + 1 }, (_, i) => first + ((last - first) * i) / STEPS);
  const predicted = predictAt(
    fit,
    values.map((x) => ({ ...at, [moderator]: x })),
  );
  return values.map((x, i) => ({ x, predicted: predicted[i]! }));
}

function spanOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function yRange(fit: MetaRegression, bubbles: readonly Bubble[], line: readonly LinePoint[]) {
  const wishes = [
    ...bubbles.map(({ yi }) => ({ estimate: yi, lower: yi, upper: yi })),
    ...line.map(({ predicted: { estimate, ci } }) => ({ estimate, lower: ci.lower, upper: ci.upper, room: 1.5 })),
  ];
  return effectRange(
    fit.measure,
    wishes,
    line.flatMap(({ predicted: { pi } }) => pi ?? []),
  );
}

function keysOf({ choices }: MetaRegression, line: readonly LinePoint[]): readonly Key[] {
  const level = percent(choices.level);
  return [
    { text: "predicted mean effect", mark: "line", color: palette.pooled },
    { text: `its ${level} confidence interval`, mark: "area", color: palette.band },
    ...(line.some(({ predicted }) => predicted.pi !== null)
      ? [{ text: `${level} prediction interval of a new study`, mark: "dashed", color: palette.prediction } as const]
      : []),
  ];
}

function notesOf(
  { choices, R2, omnibus, heterogeneity, design, leftOut }: MetaRegression,
  at: object,
): readonly string[] {
  const others = Object.entries(at).map(([name, value]) => `${name} ${value}`);
  return [
    `Model ${design.formula ?? "given as a matrix"}; τ² ${choices.tau2}, intervals ${choices.interval}. Areas are in proportion to weights.`,
    ...(others.length > 0 ? [`The line is drawn at ${others.join(", ")}.`] : []),
    [
      ...(omnibus === null ? [] : [`Test of all moderators: ${pText(omnibus.p)}`]),
      ...(R2 === null ? [] : [`R² = ${R2.toFixed(0)}%`]),
      `residual I² = ${heterogeneity.I2.toFixed(0)}%.`,
    ].join("; "),
    ...(leftOut.length > 0
      ? [`Left out, with a moderator missing: ${leftOut.map(({ study }) => study).join(", ")}.`]
      : []),
    "Differences between trials are no experiment: other things differ with the moderator.",
  ];
}

interface Told {
  readonly bubbles: readonly Bubble[];
  readonly moderator: string;
  readonly scale: ForestScale;
  readonly title: string;
  readonly line: readonly LinePoint[];
}

function describeBubbles(fit: MetaRegression, { bubbles, moderator, scale, title, line }: Told): string {
  const told = ({ x, predicted: { estimate, ci } }: LinePoint) =>
    `${withInterval({ ...ci, estimate }, scale)} at ${moderator} ${tickText(x)}`;
  const test = fit.omnibus === null ? "" : `; test of all moderators ${pText(fit.omnibus.p)}`;
  return `Effects of ${bubbles.length} studies by ${moderator}${title === "" ? "" : `, ${title}`}: predicted ${scale.short} ${told(line[0]!)}, ${told(line.at(-1)!)}${test}.`;
}
