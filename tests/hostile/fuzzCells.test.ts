import { checkTrials, type TableName, tables } from "@acumeta/trials";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { brief } from "./hostileCase.ts";
import { shipped } from "./shipped.ts";
import { expectWellFormed } from "./wellFormed.ts";

const names = Object.keys(tables) as TableName[];
const parsed = Object.fromEntries(
  names.map((name) => [name, Papa.parse<string[]>(shipped[name].trimEnd()).data]),
) as Record<TableName, string[][]>;

/** A cell of a shipped table: its table, row (1: the first below the header) and column. */
const places = fc.constantFrom(...names).chain((name) =>
  fc.record({
    name: fc.constant(name),
    row: fc.integer({ min: 1, max: parsed[name].length - 1 }),
    column: fc.integer({ min: 0, max: parsed[name][0]!.length - 1 }),
  }),
);
const values = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.double().map(String),
  fc.constantFrom(
    "",
    "NA",
    "30%",
    "12 mm",
    "1,234",
    "1e999",
    "-1",
    "0",
    "__proto__",
    '"',
    "a\nb",
    ";",
    "BL23;;",
    "x\0",
  ),
);

function spoiled({ name, row, column }: { name: TableName; row: number; column: number }, value: string) {
  const rows = parsed[name].map((cells, index) => (index === row ? cells.with(column, value) : cells));
  return { ...shipped, [name]: Papa.unparse(rows, { newline: "\n" }) };
}

test("one shipped cell of any content is refused or read, and never throws", async () => {
  await fc.assert(
    fc.asyncProperty(places, values, async (place, value) => {
      expectWellFormed(await checkTrials(spoiled(place, value)));
    }),
    { numRuns: 60 },
  );
});

const numeric = new Set("year,n_randomised,week,n,mean,sd,se,ci_lower,ci_upper,events,total,effect,n_a,n_b".split(","));

test("one shipped number that is none is told once, at its file, line and column", async () => {
  const isNumber = ({ name, column }: { name: TableName; column: number }) => numeric.has(parsed[name][0]![column]!);
  await fc.assert(
    fc.asyncProperty(
      places.filter(isNumber),
      fc.constantFrom("x", "30%", "NaN", "1e999", "12 mm"),
      async (place, value) => {
        const { problems } = await checkTrials(spoiled(place, value));
        const errors = problems.filter(({ severity }) => severity === "error").map(brief);
        const line = place.row + 1;
        expect(errors).toEqual([
          `${tables[place.name].name}.csv:${line}:${parsed[place.name][0]![place.column]}:NOT_A_NUMBER:error`,
        ]);
      },
    ),
    { numRuns: 40 },
  );
});
