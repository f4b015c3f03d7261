import { wrapText } from "../text/wrapText.js";
import { sizes } from "../theme/theme.js";
import type { Label } from "./label.js";

export interface Favours {
  /** Said of values below the null value. */
  readonly left: string;
  /** Said of values above it. */
  readonly right: string;
}

const GAP = 14;
const WIDEST = 240;

/**
 * "← Favours sham | Favours acupuncture →" under the axis, on both sides of the null value at pixel `middle`, broken
 * into lines where the drawing of `width` pixels leaves no room.
 */
export function favoursLabels(
  { left, right }: Favours,
  { middle, width, top }: { readonly middle: number; readonly width: number; readonly top: number },
): { readonly labels: readonly Label[]; readonly bottom: number } {
  const lines = (text: string, room: number) => wrapText(text, Math.min(WIDEST, room - GAP / 2), { size: sizes.note });
  const leftLines = lines(`← ${left}`, middle);
  const rightLines = lines(`${right} →`, width - middle);
  const labels = [
    ...stack(leftLines, { x: middle - GAP / 2, top, align: "right" }),
    ...stack(rightLines, { x: middle + GAP / 2, top, align: "left" }),
  ];
  return { labels, bottom: top + Math.max(leftLines.length, rightLines.length) * sizes.lineHeight };
}

function stack(
  lines: readonly string[],
  { x, top, align }: { x: number; top: number; align: "left" | "right" },
): readonly Label[] {
  return lines.map((text, line) => ({ text, x, y: top + (line + 0.5) * sizes.lineHeight, align, size: sizes.note }));
}
