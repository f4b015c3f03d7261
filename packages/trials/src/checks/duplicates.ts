import { tableMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import { type Columns, camelCase, fileOf, type PartialRow, type Table } from "../table/table.js";

/** Rows that repeat the key of an earlier one; where the week is not known, only rows that repeat all of it. */
export function duplicates<C extends Columns>(table: Table<C>, rows: readonly PartialRow<C>[]): readonly Problem[] {
  const { key } = table;
  if (key.length === 0) return [];
  const properties = key.map(camelCase);
  const firstLines = new Map<string, number>();
  return rows.flatMap((row) => {
    const values = properties.map((property) => (row as Record<string, unknown>)[property]);
    if (values.includes(undefined)) return [];
    const identity = JSON.stringify("week" in row && row.week === null ? { ...row, origin: null } : values);
    const firstLine = firstLines.get(identity);
    if (firstLine === undefined) {
      firstLines.set(identity, row.origin.line);
      return [];
    }
    const said = key.map((name, index) => `${name} ${describe(values[index])}`).join(", ");
    const column = key.length === 1 ? key[0]! : null;
    return [{ file: fileOf(table), line: row.origin.line, column, ...tableMessages.duplicateRow(said, firstLine) }];
  });
}

function describe(value: unknown): string {
  return value === null ? "blank" : Array.isArray(value) ? value.join(";") : String(value);
}
