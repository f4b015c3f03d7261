import { cell } from "../base.ts";
import { type HostileCase, hostile } from "../hostileCase.ts";

const notANumber = (name: string, value: string): HostileCase =>
  hostile(name, cell("outcomes", 2, "mean", value), "outcomes.csv:2:mean:NOT_A_NUMBER:error");

const ambiguous = (value: string): HostileCase =>
  hostile(
    `${value} may be thousands or a decimal comma`,
    cell("outcomes", 2, "mean", value),
    "outcomes.csv:2:mean:AMBIGUOUS_NUMBER:error",
  );

export const numberCases: readonly HostileCase[] = [
  notANumber("a unit", "12 mm"),
  notANumber("a unit without space", "12mm"),
  notANumber("a percent sign", "30%"),
  notANumber("a word for blank", "NA"),
  notANumber("a hyphen for blank", "-"),
  notANumber("an em dash for blank", "—"),
  notANumber("an en dash as minus sign", "–3.8"),
  notANumber("a mean with its SD", "28.7 ± 30.3"),
  notANumber("a mean with its SD in brackets", "28.7 (30.3)"),
  notANumber("a bound", "<5"),
  notANumber("thousands grouped by spaces", "1 234"),
  notANumber("thousands grouped by no-break spaces", "1\u00A0234"),
  notANumber("thousands grouped by apostrophes", "1'234"),
  notANumber("millions grouped by commas", "1,234,567"),
  notANumber("two decimal points", "1.2.3"),
  notANumber("two signs", "--5"),
  notANumber("a letter for a digit", "1O"),
  notANumber("digits of another script", "１２"),
  notANumber("Infinity", "Infinity"),
  notANumber("minus infinity", "-inf"),
  notANumber("NaN", "NaN"),
  notANumber("a number too large for a computer", "1e999"),
  notANumber("a hexadecimal number", "0x10"),
  notANumber("a binary number", "0b11"),
  notANumber("digits grouped as in code", "1_000"),
  notANumber("a formula", "=SUM(A1:A3)"),
  notANumber("an error of a spreadsheet", "#DIV/0!"),
  notANumber("a date", "2001-02-03"),
  notANumber("a fraction", "1/2"),
  notANumber("true", "true"),
  notANumber("a name of an object's property", "__proto__"),
  notANumber("a very long text", "x".repeat(1_000_000)),
  ambiguous("1,234"),
  ambiguous("-12,345"),
  hostile(
    "a mean where a count belongs",
    cell("outcomes", 4, "events", "12.5"),
    "outcomes.csv:4:events:NOT_AN_INTEGER:error",
  ),
  hostile("a week before the start", cell("outcomes", 2, "week", "-1"), "outcomes.csv:2:week:OUT_OF_RANGE:error"),
  hostile("no patient", cell("outcomes", 2, "n", "0"), "outcomes.csv:2:n:OUT_OF_RANGE:error"),
  hostile("less than no event", cell("outcomes", 4, "events", "-3"), "outcomes.csv:4:events:OUT_OF_RANGE:error"),
  hostile("a year of two digits", cell("trials", 2, "year", "98"), "trials.csv:2:year:OUT_OF_RANGE:error"),
  hostile("a year to come", cell("trials", 2, "year", "20001"), "trials.csv:2:year:OUT_OF_RANGE:error"),
  hostile(
    "more patients than a computer counts",
    cell("trials", 2, "n_randomised", "1e300"),
    "trials.csv:2:n_randomised:OUT_OF_RANGE:error",
  ),
  hostile("a contrast without its effect", cell("contrasts", 2, "effect", ""), "contrasts.csv:2:effect:REQUIRED:error"),
];
