import { metaError } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages } from "../messages.js";

/** What a cell holds; nothing for null. */
export type Cell = string | number | null;

/** A table, to be set in any form. */
export interface ReportTable {
  readonly title?: string;
  readonly columns: readonly {
    readonly head: string;
    /** "left" unless given. */
    readonly align?: "left" | "right";
  }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly notes?: readonly string[];
}

/** Refuses (`WRONG_ARGUMENT`, `RAGGED_TABLE`) what is no table. */
export function checkTable(table: ReportTable): void {
  const isTable = isObject(table) && Array.isArray(table.columns) && Array.isArray(table.rows);
  checkArgument(isTable, "table", table, "a table, { columns: [{ head }], rows: [[cell, …]] }");
  const columns = table.columns.length;
  table.rows.forEach((row, i) => {
    checkArgument(Array.isArray(row), "table", row, "rows that are lists of cells");
    if (row.length !== columns) throw metaError(messages.raggedRow(i + 1, row.length, columns));
  });
}
