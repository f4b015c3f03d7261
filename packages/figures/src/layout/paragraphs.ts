import { wrapText } from "../text/wrapText.js";
import { palette, sizes } from "../theme/theme.js";
import type { Label } from "./label.js";

/** Small print under a figure: each paragraph wrapped to the width, one below the other from `top`. */
export function paragraphs(
  texts: readonly string[],
  { top, width }: { readonly top: number; readonly width: number },
): { readonly labels: readonly Label[]; readonly bottom: number } {
  const labels: Label[] = [];
  let y = top;
  for (const text of texts) {
    for (const line of wrapText(text, width, { size: sizes.note })) {
      labels.push({ text: line, x: 0, y: y + sizes.lineHeight / 2, size: sizes.note, color: palette.muted });
      y += sizes.lineHeight;
    }
    y += 3;
  }
  return { labels, bottom: y };
}
