import type { JsonObject } from "../chartSpec.js";
import { type Label, pixels } from "../layout/label.js";
import { type Rect, rectLayer } from "../layout/rects.js";
import { textWidth } from "../text/textWidth.js";
import { wrapText } from "../text/wrapText.js";
import { palette, sizes } from "../theme/theme.js";

/** A flow from its start to its end, with what leaves on the way. */
export interface Flow {
  readonly start: string;
  readonly steps: readonly {
    readonly out: string;
    /** What remains after the step; empty for nothing said. */
    readonly remaining: string;
  }[];
  readonly end: string;
}

const MAIN = 240;
const ASIDE = 300;
const ARROW = 60;
const GAP = 14;
const PADDING = 9;

/** Boxes one below the other, joined by arrows, with what leaves at their right. */
export function flowBoxes({ start, steps, end }: Flow) {
  const rects: Rect[] = [];
  const labels: Label[] = [];
  const arrows: Arrow[] = [];
  const middle = MAIN / 2;
  const add = (text: string, place: { readonly left: number; readonly top: number; readonly width: number }) => {
    const box = boxOf(text, place);
    rects.push(box.rect);
    labels.push(...box.labels);
    return box.rect.y2;
  };
  let y = add(start, { left: 0, top: 0, width: MAIN });
  for (const { out, remaining } of steps) {
    const top = y + GAP;
    const bottom = add(out, { left: MAIN + ARROW, top, width: ASIDE });
    const across = (top + bottom) / 2;
    arrows.push({ x: middle, y: across, x2: MAIN + ARROW, y2: across });
    arrows.push({ x: middle, y, x2: middle, y2: bottom + GAP });
    labels.push({
      text: remaining,
      x: middle - 8,
      y: bottom + 2,
      align: "right",
      size: sizes.note,
      color: palette.muted,
    });
    y = bottom + GAP;
  }
  if (steps.length === 0) {
    arrows.push({ x: middle, y, x2: middle, y2: y + 2 * GAP });
    y += 2 * GAP;
  }
  const bottom = add(end, { left: 0, top: y, width: MAIN });
  return {
    layers: [
      lineLayer(arrows),
      headLayer(
        arrows.filter(({ x2 }) => x2 > middle),
        90,
      ),
      headLayer(arrows.slice(-1), 180),
      rectLayer(rects, { name: "boxes", mark: { fill: palette.paper, stroke: palette.muted, cornerRadius: 3 } }),
    ],
    labels,
    width: steps.length === 0 ? MAIN : MAIN + ARROW + ASIDE,
    bottom,
  };
}

interface Arrow {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

function boxOf(
  text: string,
  { left, top, width }: { readonly left: number; readonly top: number; readonly width: number },
) {
  const lines = wrapText(text, width - 2 * PADDING, { size: sizes.text });
  const wide = Math.max(width, ...lines.map((line) => textWidth(line) + 2 * PADDING));
  const rect = {
    x: left,
    x2: left + wide,
    y: top,
    y2: top + lines.length * sizes.lineHeight + 2 * PADDING,
    says: text,
  };
  const labels = lines.map(
    (line, i): Label => ({
      text: line,
      x: left + PADDING,
      y: top + PADDING + (i + 0.5) * sizes.lineHeight,
    }),
  );
  return { rect, labels };
}

function lineLayer(arrows: readonly Arrow[]): JsonObject {
  return {
    name: "arrows",
    data: { values: arrows.map((arrow) => ({ ...arrow })) },
    mark: { type: "rule", color: palette.muted, strokeWidth: 1.2, aria: false },
    encoding: { x: pixels("x"), y: pixels("y"), x2: { field: "x2" }, y2: { field: "y2" } },
  };
}

/** Triangles at the ends of arrows, turned clockwise from pointing up. */
function headLayer(arrows: readonly Arrow[], angle: number): JsonObject {
  const back = angle === 90 ? { x: -4, y: 0 } : { x: 0, y: -4 };
  return {
    name: `heads of arrows, ${angle}°`,
    data: { values: arrows.map(({ x2, y2 }) => ({ x: x2 + back.x, y: y2 + back.y })) },
    mark: {
      type: "point",
      shape: "triangle-up",
      filled: true,
      opacity: 1,
      size: 50,
      angle,
      color: palette.muted,
      aria: false,
    },
    encoding: { x: pixels("x"), y: pixels("y") },
  };
}
