import type { Record as CsvRecord } from "../csv/readRecords.js";
import { cellMessages, shapeMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import { cellProblem } from "./cellProblem.js";
import { type Columns, camelCase, fileOf, type PartialRow, type Table } from "./table.js";

export interface ParsedRow<C extends Columns> {
  readonly row: PartialRow<C>;
  readonly problems: readonly Problem[];
}

/** Turns the records of one table, whose header has these names, into rows and problems. */
export function rowParser<C extends Columns>(
  table: Table<C>,
  names: readonly string[],
): (record: CsvRecord) => ParsedRow<C> {
  const file = fileOf(table);
  const fields = Object.entries(table.columns).map(([column, schema]) => ({
    column,
    schema,
    property: camelCase(column),
    position: names.indexOf(column),
  }));
  const others = names.flatMap((name, position) => (Object.hasOwn(table.columns, name) ? [] : [{ name, position }]));

  return ({ line, cells }) => {
    const problems: Problem[] = [];
    const unknownColumns: Record<string, string> = {};
    const row: Record<string, unknown> = { origin: { file, line, unknownColumns } };
    const report = (column: string | null, finding: Omit<Problem, "file" | "line" | "column">) =>
      problems.push({ file, line, column, ...finding });

    if (cells.length !== names.length) {
      const message = cells.length > names.length ? shapeMessages.tooManyFields : shapeMessages.tooFewFields;
      report(null, message(cells.length, names.length));
      return { row: row as PartialRow<C>, problems };
    }
    for (const { column, schema, property, position } of fields) {
      const cell = position === -1 ? "" : cells[position]!.trim();
      const parsed = schema.safeParse(cell);
      if (parsed.success) row[property] = parsed.data;
      else if (position !== -1) for (const issue of parsed.error.issues) report(column, cellProblem(cell, issue));
      if (isDamaged(cell)) report(column, cellMessages.damagedText(cell));
    }
    for (const { name, position } of others) {
      const cell = cells[position]!;
      if (name !== "") unknownColumns[name] = cell;
      else if (cell.trim() !== "") report(null, shapeMessages.unnamedColumn(position + 1));
    }
    for (const check of table.rowChecks) {
      const found = check(row as PartialRow<C>);
      if (found !== null) report(found.column, found);
    }
    return { row: row as PartialRow<C>, problems };
  };
}

/** The replacement character, or UTF-8 once read as Latin-1 ("Ã©"). */
function isDamaged(cell: string): boolean {
  return /\uFFFD|Ã[\u0080-\u00BF]|â€/.test(cell);
}
