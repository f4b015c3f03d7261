import type { Record as CsvRecord } from "../csv/readRecords.js";
import { cellMessages, shapeMessages } from "../problems/messages.js";
import type { Problem } from "../problems/problem.js";
import type { RowOrigin } from "../schema/rows.js";
import { cellProblems } from "./cellProblems.js";
import { type Columns, camelCase, fileOf, type PartialRow, type Table } from "./table.js";

/** Shared by the rows of a table without unknown columns. */
const nothingUnknown: RowOrigin["unknownColumns"] = Object.freeze({});

export interface ParsedRow<C extends Columns> {
  readonly row: PartialRow<C>;
  readonly problems: readonly Problem[];
}

/**
 * Turns the records of one table, whose header has these names, into rows and problems.
 * Of a record with too many or too few fields only the ids before all other columns are read: other tables name them.
 */
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
  const leadingKey = fields.filter(({ column, position }) => position !== -1 && position === table.key.indexOf(column));
  const unknown = names.flatMap((name, position) => (isUnknown(table, name) ? [{ name, position }] : []));
  const unnamed = new Set(names.flatMap((name, position) => (name === "" ? [position] : [])));

  return ({ line, cells }) => {
    const problems: Problem[] = [];
    const row: Record<string, unknown> = { origin: { file, line, unknownColumns: nothingUnknown } };
    const report = (column: string | null, finding: Omit<Problem, "file" | "line" | "column">) =>
      problems.push({ file, line, column, ...finding });

    if (cells.length !== names.length) {
      const message = cells.length > names.length ? shapeMessages.tooManyFields : shapeMessages.tooFewFields;
      report(null, message(cells.length, names.length));
      for (const { schema, property, position } of leadingKey) {
        const parsed = schema.safeParse(cells[position]?.trim());
        if (parsed.success) row[property] = parsed.data;
      }
      return { row: row as PartialRow<C>, problems };
    }
    for (const { column, schema, property, position } of fields) {
      const cell = position === -1 ? "" : cells[position]!.trim();
      const parsed = schema.safeParse(cell);
      if (parsed.success) row[property] = parsed.data;
      else if (position !== -1) for (const finding of cellProblems(cell, parsed.error.issues)) report(column, finding);
      if (isDamaged(cell)) report(column, cellMessages.damagedText(cell));
    }
    if (unknown.length > 0) {
      const unknownColumns = Object.fromEntries(unknown.map(({ name, position }) => [name, cells[position]!]));
      row.origin = { file, line, unknownColumns };
    }
    for (const position of unnamed) {
      if (cells[position]!.trim() === "") continue;
      unnamed.delete(position);
      report(null, shapeMessages.unnamedColumn(position + 1));
    }
    for (const check of table.rowChecks) {
      const found = check(row as PartialRow<C>);
      if (found !== null) report(found.column, found);
    }
    // A copy, because JavaScript engines keep objects filled key by key as hash tables, of twice the size.
    return { row: { ...row } as PartialRow<C>, problems };
  };
}

function isUnknown({ columns }: Pick<Table, "columns">, name: string): boolean {
  return name !== "" && !Object.hasOwn(columns, name);
}

/** The replacement character, or UTF-8 once read as Latin-1 ("Ã©"). */
function isDamaged(cell: string): boolean {
  return /\uFFFD|Ã[\u0080-\u00BF]|â€/.test(cell);
}
