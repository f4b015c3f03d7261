import { display } from "../display.js";
import type { TableOptions } from "./column.js";
import { formatTable } from "./formatTable.js";
import { tableHtml } from "./tableHtml.js";
import { tableText } from "./tableText.js";

/**
 * Shows rows as a table below the cell, in HTML and plain text: numbers rounded and aligned right, null as an empty
 * cell. Outside a notebook prints the plain text. Throws `UNKNOWN_COLUMN` for a field that no row has.
 *
 * @example
 * import { table } from "@acumeta/notebook";
 * const points = [{ code: "BL23", trials: 9, mean: 0.412 }, { code: "GV3", trials: 5, mean: -0.05 }];
 * table(points, { caption: "Naive means", columns: ["code", { key: "trials", head: "Trials" }, { key: "mean", digits: 1 }] });
 */
export function table<Row extends object>(rows: readonly Row[], options: TableOptions<Row> = {}): void {
  const formatted = formatTable(rows, options);
  display({ data: { "text/html": tableHtml(formatted), "text/plain": tableText(formatted) } });
}
