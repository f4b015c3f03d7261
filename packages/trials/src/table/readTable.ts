import { type Fault, readRecords } from "../csv/readRecords.js";
import type { Source } from "../csv/source.js";
import { fileMessages } from "../problems/messages.js";
import type { Finding, Problem } from "../problems/problem.js";
import { checkHeader } from "./checkHeader.js";
import { rowParser } from "./parseRow.js";
import { type Columns, fileOf, type PartialRow, type Table } from "./table.js";

/** Rows of a table as they come in; a cell that can't be read is missing from its row and told in `problems`. */
export interface RowBatch<C extends Columns> {
  readonly rows: readonly PartialRow<C>[];
  readonly problems: readonly Problem[];
  /** Bytes (characters, of a string) read so far. */
  readonly bytes: number;
}

const faults: Readonly<Record<Fault["kind"], () => Finding>> = {
  "not-utf8": fileMessages.notUtf8,
  "open-quote": fileMessages.openQuote,
  "stray-quote": fileMessages.strayQuote,
};

/** Reads one table piece by piece, in memory that does not grow with the file. Problems never stop it. */
export async function* readTable<C extends Columns>(table: Table<C>, source: Source): AsyncGenerator<RowBatch<C>> {
  const file = fileOf(table);
  const known = new Set(Object.keys(table.columns));
  let parse: ReturnType<typeof rowParser<C>> | null = null;
  let isReadable = true;
  for await (const { records, faults: unread, bytes } of readRecords(source, known)) {
    const rows: PartialRow<C>[] = [];
    const problems: Problem[] = [];
    isReadable &&= unread.length === 0;
    for (const { kind, line } of unread) problems.push({ file, line, column: null, ...faults[kind]() });
    for (const record of records) {
      if (record.cells.some((cell) => cell.includes("\0"))) {
        yield {
          rows,
          problems: [...problems, { file, line: record.line, column: null, ...fileMessages.binary() }],
          bytes,
        };
        return;
      }
      if (parse === null) {
        const header = checkHeader(table, record.cells);
        problems.push(...header.problems.map((problem) => ({ file, line: record.line, ...problem })));
        parse = rowParser(table, header.names);
        continue;
      }
      const parsed = parse(record);
      rows.push(parsed.row);
      problems.push(...parsed.problems);
    }
    yield { rows, problems, bytes };
  }
  if (parse === null && isReadable)
    yield { rows: [], problems: [{ file, line: null, column: null, ...fileMessages.emptyFile() }], bytes: 0 };
}
