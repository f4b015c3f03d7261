import type { Label } from "../../layout/label.js";
import { stack } from "../../layout/stack.js";
import { wrapText } from "../../text/wrapText.js";
import { sizes } from "../../theme/theme.js";
import { LABELS, type Side, width } from "./bodyFrame.js";
import type { PlacedRegion } from "./placedRegions.js";

const GAP = 8;

/** The name of a region with those of its points, beside a drawing. */
export interface RegionBlock {
  readonly labels: readonly Label[];
  readonly top: number;
  readonly bottom: number;
  /** From the disc to the block. */
  readonly leader: { readonly x: number; readonly y: number; readonly x2: number; readonly y2: number };
}

/** The names beside a drawing, each as near to the height of its region as it can be. */
export function regionBlocks(placed: readonly PlacedRegion[], side: Side): readonly RegionBlock[] {
  const ordered = placed.toSorted((a, b) => a.y - b.y);
  const lines = ordered.map(({ points }) =>
    wrapText(points.map(({ code, trials }) => `${code}\u00a0(${trials})`).join(", "), LABELS - 14, {
      size: sizes.note,
    }),
  );
  const heights = lines.map((each) => (each.length + 1) * sizes.lineHeight + GAP);
  const tops = stack(
    ordered.map(({ y }, i) => y - heights[i]! / 2),
    heights,
  );
  const x = side === "front" ? LABELS - 12 : width - LABELS + 12;
  const align = side === "front" ? "right" : "left";
  return ordered.map((region, i) => {
    const top = tops[i]!;
    const at = (line: number) => top + (line + 0.5) * sizes.lineHeight;
    const names = lines[i]!.map((text, line): Label => ({ text, x, y: at(line + 1), align, size: sizes.note }));
    return {
      labels: [{ text: region.name, x, y: at(0), align, bold: true }, ...names],
      top,
      bottom: top + heights[i]!,
      leader: { x: region.x, y: region.y, x2: x + (side === "front" ? 5 : -5), y2: at(0) },
    };
  });
}
