import type { Source } from "../csv/source.js";
import type { Problem } from "../problems/problem.js";
import type { ReadOptions } from "../table/readOptions.js";
import { readTable } from "../table/readTable.js";
import type { Columns, PartialRow, Table } from "../table/table.js";

/** A whole table: every row, the doubtful ones too, and every problem. */
export interface CollectedTable<C extends Columns> {
  readonly rows: readonly PartialRow<C>[];
  readonly problems: readonly Problem[];
}

export async function collectTable<C extends Columns>(
  table: Table<C>,
  source: Source | undefined,
  options: ReadOptions = {},
): Promise<CollectedTable<C>> {
  const rows: PartialRow<C>[] = [];
  const problems: Problem[] = [];
  if (source === undefined) return { rows, problems };
  for await (const batch of readTable(table, source, options)) {
    for (const row of batch.rows) rows.push(row);
    for (const problem of batch.problems) problems.push(problem);
  }
  return { rows, problems };
}
