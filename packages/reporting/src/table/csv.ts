import papa from "papaparse";
import type { ReportTable } from "./table.js";

export function csv({ columns, rows }: ReportTable): string {
  const fields = columns.map(({ head }) => head);
  return `${papa.unparse({ fields, data: rows.map((row) => [...row]) }, { newline: "\n" })}\n`;
}
