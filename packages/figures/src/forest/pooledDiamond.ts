import type { JsonObject } from "../chartSpec.js";
import { pixels } from "../layout/label.js";
import { type ValueAxis, valueChannel } from "../layout/valueAxis.js";
import { palette } from "../theme/theme.js";

const HALF_HEIGHT = 7.5;

export interface Diamond {
  /** In the axis' units, as are the limits. */
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly y: number;
  /** "pooled effect" unless given. */
  readonly name?: string;
  /** Vermillion unless given. */
  readonly color?: string;
}

/** The pooled effect as a diamond whose tips are its interval; a tip beyond the axis is cut off straight. */
export function pooledDiamond(diamond: Diamond, axis: ValueAxis): JsonObject {
  const { name = "pooled effect", color = palette.pooled } = diamond;
  const values = outline(diamond, axis).map(([value, y], order) => ({ value, y, order }));
  return {
    name,
    data: { values },
    mark: {
      type: "line",
      interpolate: "linear-closed",
      fill: color,
      stroke: color,
      strokeWidth: 1,
      aria: false,
    },
    encoding: { x: valueChannel("value", axis), y: pixels("y"), order: { field: "order", type: "quantitative" } },
  };
}

function outline({ estimate, lower, upper, y }: Diamond, axis: ValueAxis): readonly (readonly [number, number])[] {
  const left = tip(estimate, lower, axis);
  const right = tip(estimate, upper, axis);
  return [
    [left.value, y - left.half],
    [estimate, y - HALF_HEIGHT],
    [right.value, y - right.half],
    [right.value, y + right.half],
    [estimate, y + HALF_HEIGHT],
    [left.value, y + left.half],
  ];
}

/** A tip inside the axis has no height; a cut one has the height of the sloping side where the axis ends. */
function tip(estimate: number, limit: number, { domain: [first, last], type }: ValueAxis) {
  const value = Math.min(last, Math.max(first, limit));
  if (value === limit) return { value, half: 0 };
  const scale = type === "log" ? Math.log : (x: number) => x;
  const beyond = Number.isFinite(scale(limit)) ? (scale(limit) - scale(value)) / (scale(limit) - scale(estimate)) : 1;
  return { value, half: HALF_HEIGHT * beyond };
}
