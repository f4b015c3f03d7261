import { fromFile } from "../base.ts";
import { type HostileCase, hostile } from "../hostileCase.ts";

/** Files written in other ways that are read all the same, each with one error to see that its line is right. */
export const dialectCases: readonly HostileCase[] = [
  hostile("byte order mark, CRLF", fromFile("outcomes", "bom-crlf.csv"), "outcomes.csv:3:sd:NOT_A_NUMBER:error"),
  hostile("CR", fromFile("outcomes", "cr.csv"), "outcomes.csv:3:sd:NOT_A_NUMBER:error"),
  hostile("CRLF, CR and LF", fromFile("outcomes", "mixed-line-ends.csv"), "outcomes.csv:3:sd:NOT_A_NUMBER:error"),
  hostile(
    "no line end at the end",
    fromFile("outcomes", "no-last-line-end.csv"),
    "outcomes.csv:5:events:EVENTS_EXCEED_TOTAL:error",
  ),
  hostile("tabs", fromFile("outcomes", "tabs.csv"), "outcomes.csv:4:events:EVENTS_EXCEED_TOTAL:error"),
  hostile(
    "semicolons and decimal commas, one of them ambiguous",
    fromFile("outcomes", "semicolons-decimal-comma.csv"),
    "outcomes.csv:3:mean:AMBIGUOUS_NUMBER:error",
  ),
  hostile(
    "every cell quoted",
    fromFile("outcomes", "all-quoted.csv"),
    "outcomes.csv:5:events:EVENTS_EXCEED_TOTAL:error",
  ),
  hostile("lines inside quotes", fromFile("arms", "quoted-newlines.csv"), "arms.csv:11:kind:UNKNOWN_VALUE:error"),
  hostile("CRLF inside quotes", fromFile("arms", "quoted-crlf.csv"), "arms.csv:7:kind:UNKNOWN_VALUE:error"),
  hostile("blank lines between", fromFile("arms", "blank-lines-between.csv"), "arms.csv:8:kind:UNKNOWN_VALUE:error"),
  hostile("a quote inside a cell", fromFile("trials", "quote-inside.csv")),
];
