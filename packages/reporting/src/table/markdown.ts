import { markdownTable } from "markdown-table";
import type { Cell, ReportTable } from "./table.js";

export function markdown({ title, columns, rows, notes = [] }: ReportTable): string {
  const cells = [columns.map(({ head }) => head), ...rows].map((row) => row.map(textOf));
  const table = markdownTable(cells, { align: columns.map(({ align = "left" }) => align) });
  const parts = [...(title === undefined ? [] : [`**${escaped(title)}**`]), table, ...notes.map(escaped)];
  return `${parts.join("\n\n")}\n`;
}

function textOf(cell: Cell): string {
  return cell === null ? "" : escaped(String(cell)).replaceAll("|", "\\|");
}

/** Signs of Markdown as themselves; a cell is one line. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_<>#]/g, "\\$&")
    .replaceAll("](", "]\\(")
    .replace(/\s*\n\s*/g, " ");
}
