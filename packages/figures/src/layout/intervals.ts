import type { JsonObject } from "../chartSpec.js";
import { pixels } from "./label.js";
import { type ValueAxis, valueChannel } from "./valueAxis.js";

/** An interval in the axis' units, drawn at height `y`. */
export interface IntervalBar {
  readonly lower: number;
  readonly upper: number;
  readonly y: number;
}

export interface BarStyle {
  readonly name: string;
  readonly color: string;
  readonly thickness: number;
}

/** Bars cut off at the ends of the axis, with an arrow head where a bar goes on beyond it. */
export function intervalLayers(
  bars: readonly IntervalBar[],
  { name, color, thickness }: BarStyle,
  axis: ValueAxis,
): readonly JsonObject[] {
  if (bars.length === 0) return [];
  const [first, last] = axis.domain;
  const drawn = bars
    .filter(({ lower, upper }) => upper >= first && lower <= last)
    .map(({ lower, upper, y }) => ({ lower: Math.max(lower, first), upper: Math.min(upper, last), y }));
  const layer = {
    name,
    data: { values: drawn },
    mark: { type: "rule", color, strokeWidth: thickness, aria: false },
    encoding: { x: valueChannel("lower", axis), x2: { field: "upper" }, y: pixels("y") },
  };
  const arrows = [
    ...bars.filter(({ lower }) => lower < first).map(({ y }) => ({ value: first, y, angle: -90 })),
    ...bars.filter(({ upper }) => upper > last).map(({ y }) => ({ value: last, y, angle: 90 })),
  ];
  return arrows.length === 0
    ? [layer]
    : [layer, arrowLayer(arrows, { name: `${name} beyond the axis`, color, size: 36 + 10 * thickness, axis })];
}

interface BarArrow {
  readonly name: string;
  readonly color: string;
  /** Area in square pixels. */
  readonly size: number;
  readonly axis: ValueAxis;
}

function arrowLayer(
  arrows: readonly { readonly value: number; readonly y: number; readonly angle: number }[],
  { name, color, size, axis }: BarArrow,
): JsonObject {
  return {
    name,
    data: { values: arrows },
    mark: { type: "point", shape: "triangle", size, filled: true, opacity: 1, color, aria: false },
    encoding: {
      x: valueChannel("value", axis),
      y: pixels("y"),
      angle: { field: "angle", type: "quantitative", scale: null },
    },
  };
}
