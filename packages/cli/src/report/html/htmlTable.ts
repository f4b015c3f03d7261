import { type Html, html } from "./html.js";

export interface HtmlColumn<Row> {
  readonly head: string;
  readonly cell: (row: Row) => Html | string | number | null;
  readonly numeric?: boolean;
}

/** A table; cells that are null are shown as "–". */
export function htmlTable<Row>(rows: readonly Row[], columns: readonly HtmlColumn<Row>[]): Html {
  const aligned = ({ numeric = false }: { numeric?: boolean }) => (numeric ? "number" : "text");
  return html`<div class="scroll"><table>
<thead><tr>${columns.map((column) => html`<th class="${aligned(column)}">${column.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => html`<tr>${columns.map((column) => html`<td class="${aligned(column)}">${column.cell(row) ?? "–"}</td>`)}</tr>
`,
  )}</tbody>
</table></div>`;
}
