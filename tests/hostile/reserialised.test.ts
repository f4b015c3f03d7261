import { parseTrials, type TableName, tables } from "@acumeta/trials";
import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { shipped } from "./shipped.ts";

const names = Object.keys(tables) as TableName[];
const dialects = fc.record({
  delimiter: fc.constantFrom(",", ";", "\t"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  mark: fc.constantFrom("", "\uFEFF"),
  quotes: fc.boolean(),
  lastLineEnd: fc.boolean(),
  blankLinesAtEnd: fc.integer({ min: 0, max: 3 }),
});

test("the shipped tables mean the same with other delimiters, line ends, quotes, or a byte order mark", async () => {
  const plain = await parseTrials(shipped);
  await fc.assert(
    fc.asyncProperty(dialects, async ({ delimiter, newline, mark, quotes, lastLineEnd, blankLinesAtEnd }) => {
      const rewritten = names.map((name) => {
        const { data } = Papa.parse<string[]>(shipped[name].trimEnd());
        const end = lastLineEnd ? newline.repeat(1 + blankLinesAtEnd) : "";
        return [name, mark + Papa.unparse(data, { delimiter, newline, quotes }) + end] as const;
      });
      expect(await parseTrials({ ...shipped, ...Object.fromEntries(rewritten) })).toEqual(plain);
    }),
    { numRuns: 20 },
  );
});

test("the order of the columns does not matter", async () => {
  const plain = await parseTrials(shipped);
  const { data } = Papa.parse<string[]>(shipped.outcomes.trimEnd());
  const reversed = Papa.unparse(data.map((cells) => cells.toReversed()));
  expect(await parseTrials({ ...shipped, outcomes: reversed })).toEqual(plain);
});
