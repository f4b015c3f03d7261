import { metaError } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages } from "../messages.js";
import { type TableFormatId, tableFormats } from "./formats.js";
import { checkTable, type ReportTable } from "./table.js";

/**
 * A table as CSV, Markdown, HTML or LaTeX; every text is escaped as the format needs, and a cell of null is empty. CSV holds the cells
 * alone, since titles and notes would break it.
 *
 * Throws `UNKNOWN_CHOICE` for another format, `RAGGED_TABLE` for rows longer or shorter than the columns, `WRONG_ARGUMENT`.
 *
 * @example
 * import { tableText } from "@acumeta/reporting";
 * const table = { columns: [{ head: "Study" }, { head: "SMD", align: "right" }], rows: [["A & B", 0.31], ["C", null]] } as const;
 * tableText(table, { format: "csv" }); // => "Study,SMD\nA & B,0.31\nC,\n"
 * tableText(table, { format: "latex" }).includes("A \\& B & 0.31"); // => true
 */
export function tableText(table: ReportTable, options: { readonly format: TableFormatId }): string {
  checkTable(table);
  checkArgument(isObject(options), "options", options, "{ format }");
  const { format } = options;
  if (!Object.hasOwn(tableFormats, format)) throw metaError(messages.unknownFormat(format, Object.keys(tableFormats)));
  return tableFormats[format].write(table);
}
