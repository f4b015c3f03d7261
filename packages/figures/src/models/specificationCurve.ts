import {
  counted,
  countText,
  type FittedSpecification,
  type Measure,
  type Multiverse,
  measures,
  metaError,
} from "@acumeta/core";
import type { ChartSpec, JsonObject } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { type ForestScale, forestScale, withInterval } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import { atY, dots, uprights } from "../layout/plane/marks.js";
import { planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { valueRange, withMargin } from "../layout/valueRange.js";
import { messages } from "../messages.js";
import { palette } from "../theme/theme.js";
import { choiceGrid, gridSize } from "./choiceGrid.js";

/** How a specification curve is drawn. */
export interface SpecificationCurveOptions {
  readonly title?: string;
  /** Which measure, where specifications have several; the first unless given. */
  readonly measure?: Measure;
  /** Width of the plotting area in pixels, 120 to 2000; 560 unless given. */
  readonly width?: number;
}

/** More columns than this are too narrow to see: of more specifications so many are drawn, spread evenly over the order. */
const MOST = 500;

/**
 * A specification curve of what `multiverse` finds: the estimate and interval of every combination of choices, from the smallest
 * to the largest, above the choices that make it. Intervals that exclude no effect are coloured. Ratios are shown back-transformed.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 * Simonsohn, Simmons & Nelson 2020, Nature Human Behaviour 4:1208-1214.
 *
 * @example
 * import { multiverse, pool } from "@acumeta/core";
 * import { specificationCurve } from "@acumeta/figures";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.02 },
 *   { study: "C", measure: "SMD", yi: 0.6, vi: 0.03 },
 * ] as const;
 * const choices = { tau2: { DL: { tau2: "DL" }, REML: { tau2: "REML" } }, interval: { z: { interval: "z" }, HKSJ: { interval: "HKSJ" } } } as const;
 * const result = multiverse(effects, { choices });
 * specificationCurve(result).description.startsWith("4 specifications"); // => true
 */
export function specificationCurve(result: Multiverse, options: SpecificationCurveOptions = {}): ChartSpec {
  const isResult = isObject(result) && "specifications" in result && "dimensions" in result;
  checkArgument(isResult, "result", result, "what multiverse gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const fitted = result.specifications.filter((each): each is FittedSpecification => each.failed === null);
  const { title = "", measure = fitted[0]?.measure ?? null, width = 560 } = options;
  checkWidth(width);
  const all = fitted.filter((each) => each.measure === measure).sort((a, b) => a.estimate - b.estimate);
  if (all.length === 0) throw metaError(messages.nothingToDraw("specifications of the measure"));
  const known = (measure !== null && Object.hasOwn(measures, measure) ? measure : "SMD") as Measure;
  const scale = forestScale(
    known,
    all.map(({ ci }) => ci),
  );
  const drawn = thinned(all);
  const { nullValue } = scale;
  const wishes = drawn.map(({ estimate, ci }) => ({ estimate, lower: ci.lower, upper: ci.upper, room: 3 }));
  const [low, high] = withMargin(valueRange(wishes, nullValue === null ? [] : [measures[known].nullValue]), 0.05);
  const dimensions = result.dimensions.filter(({ options: names }) => names.length > 1);
  const size = gridSize(dimensions);
  const plane = planeOf({
    x: {
      domain: [0.5, drawn.length + 0.5],
      title: "Specifications, from the smallest estimate to the largest",
      marks: [],
    },
    y: { domain: [scale.show(low), scale.show(high)], type: scale.type, title: scale.axisTitle },
    size: { width, height: 240 },
    left: size.left,
    below: size.height,
    keys: [
      { text: "interval excludes no effect", mark: "disc", color: palette.pooled },
      { text: "includes it", mark: "disc", color: palette.study },
    ],
    notes: notesOf(result, { drawn: drawn.length, all }),
  });
  const places = drawn.map((each, i) => ({
    each,
    x: i + 1,
    color: excludes(each, known) ? palette.pooled : palette.study,
  }));
  const grid = choiceGrid(dimensions, { drawn, plane });
  const bar = (color: string) =>
    places
      .filter((place) => place.color === color)
      .map(({ each: { ci }, x }) => ({
        x,
        lower: scale.show(Math.max(low, ci.lower)),
        upper: scale.show(Math.min(high, ci.upper)),
      }));
  const dotSize = Math.min(40, Math.max(6, (1.2 * width) / drawn.length) ** 2);
  return planeChart(plane, {
    title,
    description: describeCurve(result, { all, scale, title, measure: known }),
    layers: [
      ...(nullValue === null ? [] : [atY(nullValue, { name: "no effect", mark: { color: palette.rule } }, plane)]),
      ...uprights(bar(palette.study), { name: "intervals", mark: { color: palette.study, opacity: 0.35 } }, plane),
      ...uprights(
        bar(palette.pooled),
        { name: "intervals that exclude no effect", mark: { color: palette.pooled, opacity: 0.35 } },
        plane,
      ),
      ...dots(
        places.map(({ each, x, color }): JsonObject & { x: number; y: number; says: string } => ({
          x,
          y: scale.show(each.estimate),
          color,
          says: `${withInterval({ ...each.ci, estimate: each.estimate }, scale)}: ${Object.entries(each.choices)
            .map((pair) => pair.join(" "))
            .join(", ")}`,
        })),
        {
          name: "estimates",
          mark: { size: dotSize },
          encoding: { fill: { field: "color", type: "nominal", scale: null } },
        },
        plane,
      ),
      ...grid.layers,
    ],
    labels: grid.labels,
  });
}

/** As many as can be told apart, evenly over the order, the first and the last among them. */
function thinned(all: readonly FittedSpecification[]): readonly FittedSpecification[] {
  if (all.length <= MOST) return all;
  return Array.from({ length: MOST }, (_, i) => all[Math.round((i * (all.length - 1)) / (MOST - 1))]!);
}

function excludes({ ci: { lower, upper } }: FittedSpecification, measure: Measure): boolean {
  const { tells, nullValue } = measures[measure];
  return tells !== "level" && (lower > nullValue || upper < nullValue);
}

interface Counts {
  readonly drawn: number;
  readonly all: readonly FittedSpecification[];
}

function notesOf({ failures, summary }: Multiverse, { drawn, all }: Counts): readonly string[] {
  const analyses = new Set(all.map(({ analysis }) => analysis)).size;
  return [
    `${counted(all.length, "specification")}, ${countText(analyses)} of them different analyses${failures > 0 ? `; ${countText(failures)} more could not be fitted` : ""}${summary.length > 1 ? "; other measures are not shown" : ""}.`,
    ...(drawn < all.length ? [`${countText(drawn)} are drawn, spread evenly over the order.`] : []),
    "Specifications rest on the same trials: how many agree is no test.",
  ];
}

interface Told {
  readonly all: readonly FittedSpecification[];
  readonly scale: ForestScale;
  readonly title: string;
  readonly measure: Measure;
}

function describeCurve({ dimensions }: Multiverse, { all, scale, title, measure }: Told): string {
  const middle = all[Math.floor((all.length - 1) / 2)]!;
  const apart = all.filter((each) => excludes(each, measure)).length;
  const names = dimensions.map(({ name }) => name).join(", ");
  return `${counted(all.length, "specification")} by ${names}${title === "" ? "" : `, ${title}`}: ${scale.short} from ${scale.text(all[0]!.estimate)} to ${scale.text(all.at(-1)!.estimate)}, median ${scale.text(middle.estimate)}; ${Math.round((100 * apart) / all.length)}% of the intervals exclude no effect.`;
}
