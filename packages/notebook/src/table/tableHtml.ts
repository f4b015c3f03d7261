import type { TextTable } from "./formatTable.js";

/** The table as HTML; every text is escaped. */
export function tableHtml({ caption, columns, rows }: TextTable): string {
  const line = (tag: "th" | "td", texts: readonly string[]): string =>
    `<tr>${texts.map((text, i) => `<${tag} style="text-align:${columns[i]!.align};${DIGITS}">${escapeHtml(text)}</${tag}>`).join("")}</tr>`;
  const head = line(
    "th",
    columns.map((column) => column.head),
  );
  const body = Array.from({ length: rows }, (_, row) =>
    line(
      "td",
      columns.map(({ cells }) => cells[row]!),
    ),
  );
  const title = caption === "" ? "" : `<caption style="text-align:left">${escapeHtml(caption)}</caption>`;
  return `<table>${title}<thead>${head}</thead><tbody>${body.join("")}</tbody></table>`;
}

const DIGITS = "font-variant-numeric:tabular-nums;vertical-align:top";

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
