import type { JsonObject } from "../chartSpec.js";
import { textWidth } from "../text/textWidth.js";
import { palette, sizes } from "../theme/theme.js";

/** A line of text at a place in pixels; `y` is its middle (of upright text, its lower end, and `x` the middle). */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align?: "left" | "center" | "right";
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  /** Turned to read from below. */
  readonly upright?: boolean;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The rectangle a label covers. */
export function labelBox({ text, x, y, align = "left", size = sizes.text, bold = false, upright }: Label): Box {
  const width = textWidth(text, { size, bold });
  if (upright === true) return { left: x - 0.6 * size, right: x + 0.6 * size, top: y - width, bottom: y };
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 0.6 * size, bottom: y + 0.6 * size };
}

/** Text layers that draw the labels; labels of one style share a layer. */
export function labelLayers(labels: readonly Label[]): readonly JsonObject[] {
  const styles = new Map<string, Label[]>();
  for (const label of labels) {
    if (label.text === "") continue;
    const style = JSON.stringify(markOf(label));
    styles.set(style, [...(styles.get(style) ?? []), label]);
  }
  return [...styles.values()].map((group, style) => ({
    name: `text ${style + 1}`,
    data: { values: group.map(({ text, x, y }) => ({ text, x: round(x), y: round(y) })) },
    mark: markOf(group[0]!),
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      text: { field: "text", type: "nominal" },
      description: { field: "text", type: "nominal" },
    },
  }));
}

/** A channel whose field already holds pixels. */
export function pixels(field: string): JsonObject {
  return { field, type: "quantitative", scale: null, axis: null };
}

function markOf({ align = "left", size = sizes.text, bold = false, color = palette.ink, upright }: Label): JsonObject {
  const turned = upright === true ? { angle: 270 } : {};
  const fontWeight = bold ? "bold" : "normal";
  return { type: "text", align, baseline: "middle", fontSize: size, fontWeight, color, ...turned };
}

function round(pixel: number): number {
  return Math.round(pixel * 10) / 10;
}
