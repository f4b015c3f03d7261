import { textWidth } from "../../text/textWidth.js";
import { wrapText } from "../../text/wrapText.js";
import { sizes } from "../../theme/theme.js";
import type { Label } from "../label.js";

/** What a mark of a figure means. */
export interface Key {
  readonly text: string;
  readonly mark: KeyMark;
  readonly color: string;
  /** 1 unless given. */
  readonly opacity?: number;
}

export type KeyMark = "disc" | "ring" | "square" | "diamond" | "triangle" | "line" | "dashed" | "area";

/** A key's mark, with its middle in pixels. */
export interface PlacedKey extends Key {
  readonly x: number;
  readonly y: number;
}

export const KEY_WIDTH = 22;
const GAP = 18;

/** Keys side by side, in as many rows as they need. */
export function layoutKeys(
  keys: readonly Key[],
  { top, width }: { readonly top: number; readonly width: number },
): { readonly keys: readonly PlacedKey[]; readonly labels: readonly Label[]; readonly bottom: number } {
  const placed: PlacedKey[] = [];
  const labels: Label[] = [];
  let x = 0;
  let y = top;
  let rowHeight = 0;
  for (const key of keys) {
    const lines = wrapText(key.text, width - KEY_WIDTH - 6, { size: sizes.note });
    const wide = KEY_WIDTH + 6 + Math.max(...lines.map((line) => textWidth(line, { size: sizes.note })));
    if (x > 0 && x + wide > width) {
      x = 0;
      y += rowHeight;
      rowHeight = 0;
    }
    placed.push({ ...key, x: x + KEY_WIDTH / 2, y: y + sizes.lineHeight / 2 });
    labels.push(
      ...lines.map((text, line) => ({
        text,
        x: x + KEY_WIDTH + 6,
        y: y + (line + 0.5) * sizes.lineHeight,
        size: sizes.note,
      })),
    );
    rowHeight = Math.max(rowHeight, lines.length * sizes.lineHeight);
    x += wide + GAP;
  }
  return { keys: placed, labels, bottom: keys.length === 0 ? top : y + rowHeight };
}
