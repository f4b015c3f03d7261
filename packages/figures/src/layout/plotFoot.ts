import { wrapText } from "../text/wrapText.js";
import { sizes } from "../theme/theme.js";
import { axisPosition } from "./axisTicks.js";
import { type Favours, favoursLabels } from "./favoursLabels.js";
import type { Label } from "./label.js";
import type { TableLayout } from "./layoutTable.js";
import type { Key } from "./plane/keys.js";
import { smallPrint } from "./smallPrint.js";

/** What stands under a plot. */
export interface PlotFoot {
  readonly axisTitle: string;
  readonly favours: Favours | null;
  /** What marks mean; none unless given. */
  readonly keys?: readonly Key[];
  readonly notes: readonly string[];
}

export interface FootPlace {
  readonly table: TableLayout;
  readonly domain: readonly [number, number];
  readonly scale: { readonly type: "linear" | "log"; readonly nullValue: number | null };
}

/** Places the axis, what it favours (where it has a null value), its title, keys and notes below the rows, and finds the height of the drawing. */
export function plotFoot({ axisTitle, favours, keys = [], notes }: PlotFoot, { table, domain, scale }: FootPlace) {
  const { plot, width } = table;
  const axisY = table.bottom + 6;
  const { type, nullValue } = scale;
  const top = axisY + 22;
  const middle = (value: number) => plot.left + axisPosition(value, { domain, type, length: plot.right - plot.left });
  const sides =
    favours === null || nullValue === null
      ? { labels: [], bottom: top }
      : favoursLabels(favours, { middle: middle(nullValue), width, top });
  const titleLines = wrapText(axisTitle, plot.right - plot.left, { size: sizes.text });
  const title = titleLines.map(
    (text, line): Label => ({
      text,
      x: (plot.left + plot.right) / 2,
      y: sides.bottom + 2 + (line + 0.5) * sizes.lineHeight,
      align: "center",
    }),
  );
  const small = smallPrint({ keys, notes }, { top: sides.bottom + 12 + titleLines.length * sizes.lineHeight, width });
  return {
    axisY,
    height: Math.ceil(small.bottom),
    labels: [...sides.labels, ...title, ...small.labels],
    keys: small.layers,
  };
}
