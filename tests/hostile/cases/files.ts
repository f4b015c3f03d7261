import { fromFile, inText, without } from "../base.ts";
import { type HostileCase, hostile } from "../hostileCase.ts";

const notUtf8 = (name: string, file: string, line: number) =>
  hostile(name, fromFile("trials", file), `trials.csv:${line}::NOT_UTF8:error`);

/** Files that are not what they should be. Where rows are lost, nothing is said of rows that name them. */
export const fileCases: readonly HostileCase[] = [
  hostile("no trials.csv", without("trials"), "trials.csv:::MISSING_FILE:error"),
  hostile("no arms.csv", without("arms"), "arms.csv:::MISSING_FILE:error"),
  hostile("an empty file", fromFile("trials", "empty.csv"), "trials.csv:::EMPTY_FILE:error"),
  hostile("an empty file of an optional table", fromFile("scales", "empty.csv"), "scales.csv:::EMPTY_FILE:error"),
  hostile(
    "an empty text",
    inText("arms", () => ""),
    "arms.csv:::EMPTY_FILE:error",
  ),
  hostile("a byte order mark only", fromFile("trials", "bom-only.csv"), "trials.csv:::EMPTY_FILE:error"),
  hostile("blank lines only", fromFile("trials", "blank-lines.csv"), "trials.csv:::EMPTY_FILE:error"),
  hostile("a header only", fromFile("trials", "header-only.csv"), "trials.csv:::NO_ROWS:error"),
  hostile("a header without line end", fromFile("trials", "header-only-no-line-end.csv"), "trials.csv:::NO_ROWS:error"),
  hostile(
    "arms without rows",
    inText("arms", (text) => text.split("\n")[0]!),
    "arms.csv:::NO_ROWS:error",
  ),
  notUtf8("Latin-1", "latin-1.csv", 3),
  notUtf8("Windows-1252", "windows-1252.csv", 3),
  notUtf8("UTF-16 with byte order mark", "utf-16-bom.csv", 1),
  notUtf8("an overlong encoding", "overlong-utf8.csv", 3),
  notUtf8("an encoded surrogate", "surrogate-utf8.csv", 3),
  notUtf8("a file cut inside a character", "cut-in-a-character.csv", 3),
  notUtf8("a picture", "picture.csv", 1),
  hostile("UTF-16 without byte order mark", fromFile("trials", "utf-16-no-bom.csv"), "trials.csv:1::BINARY:error"),
  hostile("a NUL in a cell", fromFile("trials", "nul.csv"), "trials.csv:3::BINARY:error"),
  hostile("NULs at the end", fromFile("trials", "nul-at-end.csv"), "trials.csv:4::BINARY:error"),
  hostile("a spreadsheet", fromFile("trials", "spreadsheet.csv"), "trials.csv:1::BINARY:error"),
  hostile("UTF-8 decoded twice", fromFile("trials", "decoded-twice.csv"), "trials.csv:3:citation:DAMAGED_TEXT:warning"),
  hostile("a quote never closed", fromFile("outcomes", "open-quote.csv"), "outcomes.csv:4::OPEN_QUOTE:error"),
  hostile(
    "a quote in the header never closed",
    fromFile("scales", "open-quote-in-header.csv"),
    "scales.csv:1::OPEN_QUOTE:error",
  ),
  hostile("quotes inside quotes", fromFile("trials", "stray-quote.csv"), "trials.csv:2::STRAY_QUOTE:error"),
  hostile(
    "quotes inside the header's quotes",
    fromFile("scales", "stray-quote-in-header.csv"),
    "scales.csv:1::STRAY_QUOTE:error",
  ),
  hostile(
    "a row without end",
    inText("scales", (text) => `${text}${"x".repeat(4_000_001)}`),
    "scales.csv:4::ENDLESS_ROW:error",
  ),
  hostile(
    "bars between fields",
    fromFile("scales", "pipes.csv"),
    "scales.csv:1:scale:MISSING_COLUMN:error",
    "scales.csv:1:better:MISSING_COLUMN:error",
    "scales.csv:1:source_url:MISSING_COLUMN:error",
    "scales.csv:1:scale|minimum|maximum|better|source_url:UNKNOWN_COLUMN:warning",
  ),
  hostile(
    "a web page",
    fromFile("scales", "html.csv"),
    "scales.csv:1:scale:MISSING_COLUMN:error",
    "scales.csv:1:better:MISSING_COLUMN:error",
    "scales.csv:1:source_url:MISSING_COLUMN:error",
    "scales.csv:1:<!DOCTYPE html>:UNKNOWN_COLUMN:warning",
  ),
];
