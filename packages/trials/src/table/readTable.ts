import { type Fault, readRecords } from "../csv/readRecords.js";
import { isSource, type Source } from "../csv/source.js";
import { checkArgument } from "../problems/checkArgument.js";
import { fileMessages } from "../problems/messages.js";
import type { Finding, Problem } from "../problems/problem.js";
import { checkHeader } from "./checkHeader.js";
import { rowParser } from "./parseRow.js";
import { checkReadOptions, type ReadOptions } from "./readOptions.js";
import { type Columns, checkTable, fileOf, type PartialRow, type Table } from "./table.js";

/** Rows of a table as they come in; a cell that can't be read is missing from its row and told in `problems`. */
export interface RowBatch<C extends Columns> {
  readonly rows: readonly PartialRow<C>[];
  readonly problems: readonly Problem[];
  /** Bytes (characters, of a string) read so far. */
  readonly bytes: number;
}

const faults: Readonly<Record<Fault, () => Finding>> = {
  "stray-quote": fileMessages.strayQuote,
  "open-quote": fileMessages.openQuote,
  "endless-row": fileMessages.endlessRow,
  "not-utf8": fileMessages.notUtf8,
  binary: fileMessages.binary,
};

/**
 * Reads one table piece by piece, in memory that does not grow with the file; `onProgress` is called after every piece.
 * Problems do not stop it, but what comes after an open quote or bytes that are no text can't be read.
 *
 * Throws `WRONG_ARGUMENT` for what is no table, source or options.
 *
 * @example
 * import { readTable, tables } from "@acumeta/trials";
 * for await (const { rows } of readTable(tables.arms, "trial_id,arm,kind\nsmith-2001,needles,acupuncture\n"))
 *   for (const { arm, kind } of rows) console.log(arm, kind);
 */
export async function* readTable<C extends Columns>(
  table: Table<C>,
  source: Source,
  options: ReadOptions = {},
): AsyncGenerator<RowBatch<C>> {
  checkTable(table);
  checkArgument(isSource(source), {
    argument: "source",
    found: source,
    allowed: "the text of a table, or a stream of it",
  });
  checkReadOptions(options);
  const { onProgress } = options;
  const file = fileOf(table);
  const known = new Set(Object.keys(table.columns));
  let parse: ReturnType<typeof rowParser<C>> | null = null;
  let bytes = 0;
  let count = 0;
  const batch = (rows: readonly PartialRow<C>[], problems: readonly Problem[]): RowBatch<C> => {
    count += rows.length;
    onProgress?.({ file, bytes, rows: count });
    return { rows, problems, bytes };
  };
  for await (const { records, bytes: read } of readRecords(source, known)) {
    bytes = read;
    const rows: PartialRow<C>[] = [];
    const problems: Problem[] = [];
    for (const record of records) {
      const { line, cells, fault } = record;
      if (fault !== null) {
        problems.push({ file, line, column: null, ...faults[fault]() });
        if (parse !== null) continue;
        yield batch(rows, problems);
        return;
      }
      if (parse === null) {
        const header = checkHeader(table, cells);
        problems.push(...header.problems.map((problem) => ({ file, line, ...problem })));
        parse = rowParser(table, header.names);
        continue;
      }
      const parsed = parse(record);
      rows.push(parsed.row);
      problems.push(...parsed.problems);
    }
    yield batch(rows, problems);
  }
  if (parse === null) yield batch([], [{ file, line: null, column: null, ...fileMessages.emptyFile() }]);
}
