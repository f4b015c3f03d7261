import Papa from "papaparse";
import { decode } from "./decode.js";
import { type Delimiter, sniffDelimiter } from "./sniffDelimiter.js";
import type { Source } from "./source.js";

/** One record of a CSV file, as text. */
export interface Record {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record that can't be read; after "not-utf8" and "open-quote" nothing more of the file is. */
export interface Fault {
  readonly kind: "not-utf8" | "open-quote" | "stray-quote";
  readonly line: number;
}

export interface RecordBatch {
  readonly delimiter: Delimiter;
  readonly records: readonly Record[];
  readonly faults: readonly Fault[];
  readonly bytes: number;
}

/** A record longer than this is a quote that was never closed. */
const MAX_RECORD = 4_000_000;

/**
 * Reads CSV (RFC 4180) piece by piece: only the unfinished last record is kept between chunks.
 * Blank lines are skipped but counted. Never throws on content: what can't be read is a fault.
 */
export async function* readRecords(source: Source, known: ReadonlySet<string>): AsyncGenerator<RecordBatch> {
  let rest = "";
  let line = 1;
  let bytes = 0;
  let delimiter: Delimiter | null = null;

  const cut = (text: string, last: boolean): RecordBatch => {
    delimiter ??= sniffDelimiter(text.slice(0, firstLineEnd(text)), known);
    const parsed = parseRecords(text, delimiter, !last);
    const records: Record[] = [];
    const faults: Fault[] = [];
    for (const [index, cells] of parsed.data.entries()) {
      const quotes = parsed.errors.filter(({ row }) => row === index);
      const open = quotes.some(({ code }) => code === "MissingQuotes");
      if (quotes.length > 0) faults.push({ kind: open ? "open-quote" : "stray-quote", line });
      else if (cells.length > 1 || cells[0] !== "") records.push({ line, cells });
      line += 1 + cells.reduce((count, cell) => count + newlines(cell), 0);
    }
    rest = last ? "" : text.slice(parsed.meta.cursor);
    if (rest.length > MAX_RECORD) faults.push({ kind: "open-quote", line });
    return { delimiter, records, faults, bytes };
  };

  try {
    for await (const chunk of decode(source)) {
      bytes = chunk.bytes;
      rest += chunk.text;
      if (!rest.includes("\n")) continue;
      const batch = cut(rest, false);
      yield batch;
      if (batch.faults.some(({ kind }) => kind === "open-quote")) return;
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    yield { delimiter: delimiter ?? ",", records: [], faults: [{ kind: "not-utf8", line }], bytes };
    return;
  }
  if (rest !== "") yield cut(rest, true);
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row?: number; readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

function parseRecords(text: string, delimiter: Delimiter, ignoreLastRow: boolean): Parsed {
  return new Papa.Parser({ delimiter, newline: "\n" }).parse(text, 0, ignoreLastRow) as Parsed;
}

function firstLineEnd(text: string): number {
  const end = text.indexOf("\n");
  return end === -1 ? text.length : end;
}

function newlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}
