import type { JsonObject } from "../../chartSpec.js";
import type { PlacedAxis, Plane } from "./plane.js";

/** The x channel of a field in the axis' units. */
export function xChannel(field: string, { x, plot, height }: Plane): JsonObject {
  return channel(field, x, plot.bottom - height);
}

/** The y channel of a field in the axis' units. */
export function yChannel(field: string, { y, plot }: Plane): JsonObject {
  return channel(field, y, -plot.left);
}

/** A negative offset brings the axis from the drawing's edge to the plot's. */
function channel(field: string, { domain, type, range, marks }: PlacedAxis, offset: number): JsonObject {
  const texts = Object.fromEntries(marks.map(({ value, text }) => [String(value), text]));
  return {
    field,
    type: "quantitative",
    scale: { type, domain, range, nice: false, ...(type === "linear" ? { zero: false } : {}) },
    axis: {
      title: null,
      values: marks.map(({ value }) => value),
      labelExpr: `(${JSON.stringify(texts)})[datum.value]`,
      labelOverlap: false,
      labelFlush: false,
      offset,
    },
  };
}
