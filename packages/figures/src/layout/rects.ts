import type { JsonObject } from "../chartSpec.js";
import { palette } from "../theme/theme.js";
import { pixels } from "./label.js";
import { said } from "./said.js";

/** A rectangle in pixels, with what it says. */
export interface Rect {
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
  readonly says: string;
}

/** Rectangles of one colour, or of a colour by a field that `fill` encodes. */
export function rectLayer(
  rects: readonly Rect[],
  { name, fill, mark = {} }: { readonly name: string; readonly fill?: JsonObject; readonly mark?: JsonObject },
): JsonObject {
  return {
    name,
    data: { values: rects.map((rect) => ({ ...rect })) },
    mark: { type: "rect", stroke: null, ...mark },
    encoding: {
      x: pixels("x"),
      x2: { field: "x2" },
      y: pixels("y"),
      y2: { field: "y2" },
      ...(fill === undefined ? {} : { fill }),
      ...said,
    },
  };
}

/** From one colour through white to another, where a field is below, at and above 0; no legend. */
export function divergingFill(field: string, largest: number, [below, above]: readonly [string, string]): JsonObject {
  const end = largest > 0 ? largest : 1;
  return {
    field,
    type: "quantitative",
    legend: null,
    scale: {
      type: "linear",
      domain: [-end, 0, end],
      range: [below, palette.paper, above],
      interpolate: "rgb",
      clamp: true,
    },
  };
}
