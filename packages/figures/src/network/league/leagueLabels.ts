import type { ForestScale } from "../../forest/forestScale.js";
import type { Label } from "../../layout/label.js";
import { palette, sizes } from "../../theme/theme.js";
import { type Cell, limits } from "./leagueCells.js";
import { type LeagueFrame, placeOf, rowName } from "./leagueFrame.js";

/** The treatments' names beside the rows and above the columns. */
export function headLabels(names: readonly string[], frame: LeagueFrame): readonly Label[] {
  const { left, top, cellWidth, cellHeight, heads, isLarge } = frame;
  return names.flatMap((name, i) => {
    const lines = rowName(name, i, isLarge);
    const middle = top + (i + 0.5) * cellHeight;
    const beside = lines.map(
      (text, line): Label => ({
        text,
        x: left - 10,
        y: middle + (line - (lines.length - 1) / 2) * sizes.lineHeight,
        align: "right",
      }),
    );
    const above = heads[i]!.map(
      (text, line): Label => ({
        text,
        x: left + (i + 0.5) * cellWidth,
        y: top - 6 - (heads[i]!.length - 0.5 - line) * sizes.lineHeight,
        align: "center",
      }),
    );
    return [...beside, ...above];
  });
}

/** The estimate of a cell, and its limits where there is room. */
export function cellLabels(cell: Cell, frame: LeagueFrame, scale: ForestScale): readonly Label[] {
  const { effect } = cell;
  const { x, x2, y, y2 } = placeOf(cell, frame);
  const middle = { x: (x + x2) / 2, align: "center", color: palette.ink } as const;
  const estimate = { ...middle, text: scale.text(effect.estimate), bold: effect.isApart };
  if (frame.isLarge) return [{ ...estimate, y: (y + y2) / 2, size: sizes.note }];
  return [
    { ...estimate, y: (y + y2) / 2 - 8 },
    { ...middle, text: limits(effect, scale), y: (y + y2) / 2 + 8, size: sizes.note },
  ];
}
