import { checkTrials, parseTrials, type TrialsRefused } from "@acumeta/trials";
import { expect, test } from "vitest";
import { base, type Change, inText } from "./base.ts";

const COUNT = 10_000;

/** The first row of a table, spoiled and repeated. */
const repeated = (table: "outcomes" | "armPoints", spoil: (row: string, index: number) => string): Change =>
  inText(table, (text) => {
    const [header, row = ""] = text.split("\n");
    return [header, ...Array.from({ length: COUNT }, (_, index) => spoil(row, index))].join("\n");
  });

test.each<[string, Change]>([
  ["NOT_A_NUMBER", repeated("outcomes", (row, i) => row.replace(",8,", `,${i},`).replace(",30,", ",x,"))],
  ["UNKNOWN_TRIAL", repeated("outcomes", (row, i) => row.replace(",8,", `,${i},`).replace("t1", `t1-${i}`))],
  ["UNKNOWN_POINT", repeated("armPoints", (row, i) => row.replace("BL23", `BL${i}x`).replace("real", `r${i}`))],
  ["DUPLICATE_ROW", repeated("outcomes", (row) => row)],
  ["TOO_MANY_FIELDS", repeated("outcomes", (row) => `${row},x`)],
  ["STRAY_QUOTE", repeated("outcomes", (row) => row.replace("synthetic", '"a"b"'))],
])("10,000 rows of %s are all told", async (code, change) => {
  const { problems } = await checkTrials(change(base));
  const lines = problems.filter((problem) => problem.code === code).map(({ line }) => line);
  const first = code === "DUPLICATE_ROW" ? 3 : 2;
  expect(lines).toEqual(Array.from({ length: COUNT + 2 - first }, (_, index) => index + first));
});

test("the error's message names ten of them and counts the others", async () => {
  const change = repeated("outcomes", (row, i) => row.replace(",8,", `,${i},`).replace(",30,", ",x,"));
  const error: TrialsRefused = await parseTrials(change(base)).then(
    () => expect.fail("refused"),
    (reason) => reason,
  );
  expect(error.problems).toHaveLength(COUNT);
  expect(error.message).toContain("found 10000 errors in the tables");
  expect(error.message.match(/NOT_A_NUMBER/g)).toHaveLength(10);
  expect(error.message).toContain("… and 9990 more.");
});
