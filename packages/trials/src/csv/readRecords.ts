import Papa from "papaparse";
import { decode } from "./decode.js";
import { type Delimiter, sniffDelimiter } from "./sniffDelimiter.js";
import type { Source } from "./source.js";

/** Why a record can't be read; after any but "stray-quote" nothing more of the file is. */
export type Fault = "stray-quote" | "open-quote" | "endless-row" | "not-utf8" | "binary";

/** One record of a CSV file, as text. */
export interface Record {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: Fault | null;
}

export interface RecordBatch {
  readonly records: readonly Record[];
  /** Bytes (characters, of a string) read so far. */
  readonly bytes: number;
}

/** A record longer than this is a quote that was never closed, or no CSV. */
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

  const cut = (text: string, last: boolean): Record[] => {
    const header = delimiter === null ? headerLine(text, last) : null;
    if (header !== null) delimiter = sniffDelimiter(header, known);
    const parsed = parseRecords(text, delimiter ?? ",", !last);
    const quotes = new Map(parsed.errors.map(({ row, code }) => [row, code]));
    const records: Record[] = [];
    for (const [index, cells] of parsed.data.entries()) {
      const fault = faultOf(cells, quotes.get(index));
      if (fault !== null || cells.some((cell) => cell.trim() !== "")) records.push({ line, cells, fault });
      line += 1 + cells.reduce((count, cell) => count + newlines(cell), 0);
      if (fault === "binary") return records;
    }
    rest = last ? "" : text.slice(parsed.meta.cursor);
    if (rest.length > MAX_RECORD) records.push({ line, cells: [], fault: "endless-row" });
    return records;
  };

  for await (const chunk of decode(source)) {
    bytes = chunk.bytes;
    rest += chunk.text;
    if (chunk.isUtf8 && !chunk.text.includes("\n") && rest.length <= MAX_RECORD) continue;
    const records = cut(rest, false);
    if (!chunk.isUtf8 && !isLast(records)) records.push({ line, cells: [], fault: "not-utf8" });
    yield { records, bytes };
    if (isLast(records)) return;
  }
  if (rest !== "") yield { records: cut(rest, true), bytes };
}

function faultOf(cells: readonly string[], quote: string | undefined): Fault | null {
  if (cells.some((cell) => cell.includes("\0"))) return "binary";
  if (quote === undefined) return null;
  return quote === "MissingQuotes" ? "open-quote" : "stray-quote";
}

/** Whether nothing is read after these records. */
function isLast(records: readonly Record[]): boolean {
  const fault = records.at(-1)?.fault ?? null;
  return fault !== null && fault !== "stray-quote";
}

/** The first line that is not blank; null as long as it may go on. */
function headerLine(text: string, last: boolean): string | null {
  const start = text.trimStart();
  const end = start.indexOf("\n");
  if (end === -1) return last ? start : null;
  return start.slice(0, end);
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row?: number; readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

function parseRecords(text: string, delimiter: Delimiter, ignoreLastRow: boolean): Parsed {
  return new Papa.Parser({ delimiter, newline: "\n" }).parse(text, 0, ignoreLastRow) as Parsed;
}

function newlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}
