import type { JsonObject } from "../chartSpec.js";
import type { ForestScale } from "../forest/forestScale.js";
import { intervalLayers } from "../layout/intervals.js";
import { pixels } from "../layout/label.js";
import { verticalLine } from "../layout/lines.js";
import { said } from "../layout/said.js";
import { type ValueAxis, valueChannel } from "../layout/valueAxis.js";
import { palette } from "../theme/theme.js";

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** An effect with its intervals on the scale of pooling, and how it is drawn. */
export interface EffectMark extends Limits {
  readonly estimate: number;
  /** null for no prediction interval. */
  readonly pi: Limits | null;
  readonly shape: "circle" | "square" | "diamond";
  readonly color: string;
  /** The mark in words. */
  readonly says: string;
}

interface MarkFrame {
  readonly scale: ForestScale;
  readonly axis: ValueAxis;
  /** Where the line of no effect begins. */
  readonly top: number;
}

/** Areas in square pixels that look equally large. */
const areas = { circle: 62, square: 58, diamond: 84 } as const;

/** The line of no effect, prediction intervals behind confidence intervals, and a mark at each estimate. */
export function markLayers(
  marks: readonly (EffectMark & { readonly y: number })[],
  { scale, axis, top }: MarkFrame,
): readonly JsonObject[] {
  const shown = ({ lower, upper }: Limits, y: number) => ({ lower: scale.show(lower), upper: scale.show(upper), y });
  const predictions = marks.flatMap(({ pi, y }) => (pi === null ? [] : [shown(pi, y)]));
  const { nullValue } = scale;
  return [
    ...(nullValue === null
      ? []
      : [verticalLine({ name: "no effect", value: nullValue, top, bottom: axis.y, color: palette.rule }, axis)]),
    ...intervalLayers(predictions, { name: "prediction intervals", color: palette.prediction, thickness: 5 }, axis),
    ...intervalLayers(
      marks.map((mark) => shown(mark, mark.y)),
      { name: "intervals", color: palette.ink, thickness: 1.4 },
      axis,
    ),
    estimateLayer(marks, scale, axis),
  ];
}

function estimateLayer(
  marks: readonly (EffectMark & { readonly y: number })[],
  scale: ForestScale,
  axis: ValueAxis,
): JsonObject {
  return {
    name: "estimates",
    data: {
      values: marks.map(({ estimate, y, shape, color, says }) => ({
        value: scale.show(estimate),
        y,
        shape,
        color,
        area: areas[shape],
        says,
      })),
    },
    mark: { type: "point", filled: true, opacity: 1, stroke: palette.paper, strokeWidth: 0.8 },
    encoding: {
      x: valueChannel("value", axis),
      y: pixels("y"),
      shape: { field: "shape", type: "nominal", scale: null },
      fill: { field: "color", type: "nominal", scale: null },
      size: { field: "area", type: "quantitative", scale: null },
      ...said,
    },
  };
}
