import { escape as escapeHtml } from "html-escaper";
import type { Cell, ReportTable } from "./table.js";

export function html({ title, columns, rows, notes = [] }: ReportTable): string {
  const styles = columns.map(({ align = "left" }) => ` style="text-align: ${align}"`);
  const heads = columns.map(({ head }, i) => `<th scope="col"${styles[i]}>${escapeHtml(head)}</th>`);
  const body = rows.map((row) => `<tr>${row.map((cell, i) => cellOf(cell, styles[i]!)).join("")}</tr>`);
  const lines = [
    "<table>",
    ...(title === undefined ? [] : [`<caption>${escapeHtml(title)}</caption>`]),
    `<thead><tr>${heads.join("")}</tr></thead>`,
    "<tbody>",
    ...body,
    "</tbody>",
    ...(notes.length === 0
      ? []
      : [`<tfoot><tr><td colspan="${columns.length}">${notes.map(escapeHtml).join("<br>")}</td></tr></tfoot>`]),
    "</table>",
  ];
  return `${lines.join("\n")}\n`;
}

function cellOf(cell: Cell, style: string): string {
  return `<td${style}>${cell === null ? "" : escapeHtml(String(cell))}</td>`;
}
