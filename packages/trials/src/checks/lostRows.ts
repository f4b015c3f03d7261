import type { Problem } from "../problems/problem.js";
import { type TableName, tables } from "../schema/tables.js";
import { fileOf } from "../table/table.js";

/** Tables some rows of which could not be read: what is not found in them may stand there all the same. */
export type LostTables = ReadonlySet<TableName>;

const codes: ReadonlySet<string> = new Set([
  "MISSING_FILE",
  "EMPTY_FILE",
  "NO_ROWS",
  "NOT_UTF8",
  "OPEN_QUOTE",
  "STRAY_QUOTE",
  "ENDLESS_ROW",
  "BINARY",
]);

/** The tables that lack rows, or a column that tells their rows apart. */
export function lostTables(problems: readonly Problem[]): LostTables {
  const lost = new Set<TableName>();
  for (const [name, table] of Object.entries(tables)) {
    const key: readonly (string | null)[] = table.key;
    const isLost = ({ file, code, column }: Problem) =>
      file === fileOf(table) && (codes.has(code) || (code === "MISSING_COLUMN" && key.includes(column)));
    if (problems.some(isLost)) lost.add(name as TableName);
  }
  return lost;
}
