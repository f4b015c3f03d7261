import { textWidth } from "../text/textWidth.js";
import { wrapText } from "../text/wrapText.js";
import { sizes } from "../theme/theme.js";
import type { Label } from "./label.js";

/** A column of text beside the plot: one cell per row. */
export interface TextColumn {
  readonly head: string;
  readonly align: "left" | "right";
  /** The side of the plot it stands on. */
  readonly side: "left" | "right";
  readonly cells: readonly string[];
}

export interface TableRow {
  readonly bold?: boolean;
  /** Extra space above the row in pixels. */
  readonly gap?: number;
}

/** Where everything stands, in pixels from the top left corner. */
export interface TableLayout {
  readonly labels: readonly Label[];
  /** The strip left free for the plot. */
  readonly plot: { readonly left: number; readonly right: number };
  readonly width: number;
  /** The line between heads and rows. */
  readonly headBottom: number;
  /** The middle of each row. */
  readonly rows: readonly number[];
  readonly bottom: number;
}

const HEAD_HEIGHT = 24;
/** Wider cells are broken into lines; 60 characters of an ordinary label fit. */
const WIDEST_CELL = 440;
const PLOT_GAP = 22;

/** Sets columns side by side around a plot, each as wide as its widest measured cell, and rows one below the other. */
export function layoutTable(
  columns: readonly TextColumn[],
  rows: readonly TableRow[],
  { plotWidth, rowHeight }: { readonly plotWidth: number; readonly rowHeight: number },
): TableLayout {
  const measured = columns.map((column) => measure(column, rows));
  const { middles, bottom } = stackRows(measured, rows, rowHeight);
  const left = placeColumns(
    measured.filter(({ side }) => side === "left"),
    0,
  );
  const plot = { left: left.end + PLOT_GAP, right: left.end + PLOT_GAP + plotWidth };
  const right = placeColumns(
    measured.filter(({ side }) => side === "right"),
    plot.right + PLOT_GAP,
  );
  const labels = [...left.placed, ...right.placed].flatMap((column) => columnLabels(column, rows, middles));
  return { labels, plot, width: Math.ceil(right.end), headBottom: HEAD_HEIGHT, rows: middles, bottom };
}

interface MeasuredColumn {
  readonly head: string;
  readonly align: "left" | "right";
  readonly side: "left" | "right";
  /** The lines of each row's cell. */
  readonly lines: readonly (readonly string[])[];
  readonly width: number;
}

interface PlacedColumn extends MeasuredColumn {
  /** The edge its texts are aligned to. */
  readonly x: number;
}

function measure({ head, align, side, cells }: TextColumn, rows: readonly TableRow[]): MeasuredColumn {
  const styles = rows.map(({ bold = false }) => ({ bold }));
  const lines = cells.map((cell, row) => wrapText(cell, WIDEST_CELL, styles[row]));
  const widths = lines.flatMap((cell, row) => cell.map((line) => textWidth(line, styles[row])));
  return { head, align, side, lines, width: Math.max(textWidth(head, { bold: true }), ...widths) };
}

function stackRows(columns: readonly MeasuredColumn[], rows: readonly TableRow[], rowHeight: number) {
  const middles: number[] = [];
  let y = HEAD_HEIGHT + 4;
  rows.forEach(({ gap = 0 }, row) => {
    const lines = Math.max(...columns.map((column) => column.lines[row]?.length ?? 1));
    const height = rowHeight + (lines - 1) * sizes.lineHeight;
    middles.push(y + gap + height / 2);
    y += gap + height;
  });
  return { middles, bottom: y };
}

function placeColumns(columns: readonly MeasuredColumn[], start: number) {
  let end = start - sizes.columnGap;
  const placed = columns.map((column): PlacedColumn => {
    const left = end + sizes.columnGap;
    end = left + column.width;
    return { ...column, x: column.align === "left" ? left : end };
  });
  return { placed, end: Math.max(start, end) };
}

function columnLabels({ head, align, x, lines }: PlacedColumn, rows: readonly TableRow[], middles: readonly number[]) {
  const heading: Label = { text: head, x, y: HEAD_HEIGHT / 2 - 2, align, bold: true };
  const cells = lines.flatMap((cell, row) =>
    cell.map((text, line): Label => {
      const y = middles[row]! + (line - (cell.length - 1) / 2) * sizes.lineHeight;
      return { text, x, y, align, bold: rows[row]?.bold ?? false };
    }),
  );
  return [heading, ...cells];
}
