import { checkTrials, type Outcome, parseTrials } from "@acumeta/trials";
import { expect, test } from "vitest";
import { all, base, cell, fromFile, inText } from "./base.ts";

async function outcome(column: string, value: string): Promise<Outcome> {
  const { outcomes } = await parseTrials(cell("outcomes", 2, column, value)(base));
  return outcomes[0]!;
}

/** Unusual, and still of one meaning only. */
test.each([
  ["1,5", 1.5],
  ["12,50", 12.5],
  ["1234,5", 1234.5],
  ["0,123", 0.123],
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["1.234", 1.234],
  [" 12 ", 12],
  ["\u00A012\u00A0", 12],
  ["+12", 12],
  ["12.", 12],
  [".5", 0.5],
  ["012", 12],
  ["1.2e1", 12],
  ["−12", -12],
  ["-0", 0],
  ["1e-999", 0],
  ["", null],
])("a change of %j is %j", async (text, value) => {
  const change = all(cell("outcomes", 2, "mean", text), cell("outcomes", 2, "kind", "change"));
  const withoutScales = all(
    change,
    inText("scales", (scales) => scales.replace("0,100", ",")),
  );
  const { trials } = await checkTrials(withoutScales(base));
  expect(trials?.outcomes[0]?.mean).toBe(value);
});

test.each([
  ["12", { low: 12, high: 12 }],
  ["8-15", { low: 8, high: 15 }],
  ["8 – 15", { low: 8, high: 15 }],
  ["1,5-2,5", { low: 1.5, high: 2.5 }],
  ["", null],
])("sessions of %j are %j", async (text, range) => {
  const { trials } = await parseTrials(cell("trials", 2, "sessions", text)(base));
  expect(trials[0]?.sessions).toEqual(range);
});

test("text stays as it is written, but for spaces at its ends", async () => {
  expect((await outcome("source_url", '  a "quoted", text\nof two lines ')).sourceUrl).toBe(
    'a "quoted", text\nof two lines',
  );
  expect((await outcome("source_url", "=cmd|' /C calc'!A0")).sourceUrl).toBe("=cmd|' /C calc'!A0");
  expect((await outcome("source_url", "x".repeat(1_000_000))).sourceUrl).toHaveLength(1_000_000);
});

test.each(["__proto__", "constructor", "toString", "0"])("%s is an id like any other", async (id) => {
  const renamed = Object.fromEntries(
    Object.entries(base).map(([name, text]) => [
      name,
      name === "questions" ? text : text.replaceAll(/^t1,/gm, `${id},`),
    ]),
  );
  const { trials, arms, warnings } = await parseTrials(renamed);
  expect([trials[0]?.trialId, arms[0]?.trialId, warnings]).toEqual([id, id, []]);
});

test("a semicolon file with decimal commas is read as what it means", async () => {
  const { outcomes } = await parseTrials(fromFile("outcomes", "semicolons.csv")(base));
  expect(outcomes.slice(0, 2).map(({ mean, sd }) => [mean, sd])).toEqual([
    [30.5, 20.25],
    [40.5, 20],
  ]);
});
