import type { FittedSpecification, Multiverse } from "@acumeta/core";
import type { JsonObject } from "../chartSpec.js";
import type { Label } from "../layout/label.js";
import { type Plane, pixelsOf } from "../layout/plane/plane.js";
import { type Rect, rectLayer } from "../layout/rects.js";
import { textWidth } from "../text/textWidth.js";
import { palette, sizes } from "../theme/theme.js";

type Dimensions = Multiverse["dimensions"];

const ROW = 15;
const HEAD = 20;
const TOP = 24;
const WIDEST = 240;

/** Pixels that a grid of choices needs at the left of the plot and below its axis. */
export function gridSize(dimensions: Dimensions): { readonly left: number; readonly height: number } {
  const names = dimensions.flatMap(({ options }) => options.map(shortened));
  const heads = dimensions.map(({ name }) => textWidth(name, { size: sizes.note, bold: true }));
  const widths = names.map((name) => textWidth(name, { size: sizes.note }) + 8);
  const rows = names.length * ROW + dimensions.length * HEAD;
  return { left: Math.max(0, ...widths, ...heads) + 8, height: TOP + rows };
}

/** A mark in the row of each option that a specification takes, below the plot in its column. */
export function choiceGrid(
  dimensions: Dimensions,
  { drawn, plane }: { readonly drawn: readonly FittedSpecification[]; readonly plane: Plane },
): { readonly layers: readonly JsonObject[]; readonly labels: readonly Label[] } {
  const { plot } = plane;
  const step = (plot.right - plot.left) / drawn.length;
  const half = Math.max(0.6, 0.38 * step);
  const labels: Label[] = [];
  const rects: Rect[] = [];
  const stripes: Rect[] = [];
  let y = plot.bottom + TOP + HEAD;
  for (const { name, options } of dimensions) {
    labels.push({ text: name, x: 0, y: y + HEAD / 2 + 2, size: sizes.note, bold: true });
    y += HEAD;
    for (const [i, option] of options.entries()) {
      labels.push({ text: shortened(option), x: plot.left - 8, y: y + ROW / 2, size: sizes.note, align: "right" });
      if (i % 2 === 0) stripes.push({ x: plot.left, x2: plot.right, y, y2: y + ROW, says: "" });
      for (const [column, { choices }] of drawn.entries()) {
        if (choices[name] !== option) continue;
        const { x } = pixelsOf(plane, { x: column + 1, y: plane.y.domain[0] });
        rects.push({ x: x - half, x2: x + half, y: y + 3, y2: y + ROW - 3, says: `${name}: ${option}` });
      }
      y += ROW;
    }
  }
  return {
    layers: [
      rectLayer(stripes, { name: "options", mark: { fill: palette.band, opacity: 0.5, aria: false } }),
      rectLayer(rects, { name: "choices", mark: { fill: palette.muted, aria: false } }),
    ],
    labels,
  };
}

/** A text that fits beside the plot, with an ellipsis where it was longer. */
function shortened(text: string): string {
  if (textWidth(text, { size: sizes.note }) <= WIDEST) return text;
  let short = text;
  while (textWidth(`${short}…`, { size: sizes.note }) > WIDEST) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}
