import type { NetworkEffect } from "@acumeta/core";
import { fileMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import { collectTable } from "../read/collectTable.js";
import { trialsRefused } from "../read/trialsRefused.js";
import type { PartialRow, RowOf, Table } from "../table/table.js";
import { comparisonsTable, networkArmsTable } from "./networkTables.js";

/** A CSV file whose columns are known. */
export interface NetworkFile {
  readonly text: string;
  readonly header: readonly string[];
  readonly name: string;
  readonly measure: NetworkEffect["measure"] | undefined;
}

/** The names of known columns may be in capitals. */
export function lowerHeader(text: string): Pick<NetworkFile, "text" | "header"> {
  const known = new Set([comparisonsTable, networkArmsTable].flatMap(({ columns }) => Object.keys(columns)));
  const [line = ""] = text.split(/\r?\n/, 1);
  const lower = (cell: string) => (known.has(cell.trim().toLowerCase()) ? cell.toLowerCase() : cell);
  const lowered = line.replaceAll(/[^,;\t"\uFEFF]+/g, lower);
  return { text: lowered + text.slice(line.length), header: lowered.split(/[,;\t"\uFEFF]/).map((cell) => cell.trim()) };
}

/** Rows without problems. */
export type Rows<C extends Table["columns"]> = readonly (RowOf<C> & Pick<PartialRow<C>, "origin">)[];

interface Checks<C extends Table["columns"]> {
  /** What columns are missing of which the rows could lack some; in place of what `code` says of every row. */
  readonly noColumns: Omit<Problem, "file" | "line"> | null;
  readonly code: string;
  readonly betweenRows: (rows: readonly PartialRow<C>[]) => readonly Problem[];
}

/** The rows of a file; everything wrong in them is thrown together. */
export async function rowsOf<C extends Table["columns"]>(
  table: Table<C>,
  { text, name }: NetworkFile,
  { noColumns, code, betweenRows }: Checks<C>,
): Promise<Rows<C>> {
  const file = `${name}.csv`;
  const { rows, problems } = await collectTable({ ...table, name }, text);
  const all = [
    ...(noColumns === null
      ? problems
      : [{ file, line: 1, ...noColumns }, ...problems.filter((one) => one.code !== code)]),
    ...(rows.length === 0 ? [{ file, line: null, column: null, ...fileMessages.noRows() }] : []),
    ...betweenRows(rows),
  ];
  if (all.some(({ severity }) => severity === "error"))
    throw trialsRefused(all.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return rows as Rows<C>;
}
