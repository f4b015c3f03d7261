import { parseTrials, readTrials, type TableName, tables } from "@acumeta/trials";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { painTrials, sourcesOf } from "./painTrials.ts";

const trials = await readTrials(painTrials);
const names = Object.keys(tables) as TableName[];

describe.each(names)("the shipped %s", (name) => {
  const rows: readonly { readonly sourceUrl: string | null; readonly origin: { readonly line: number } }[] =
    trials[name];

  test("are all there, each with its line", () => {
    const { data } = Papa.parse<string[]>(sourcesOf()[name].trimEnd());
    expect(rows).toHaveLength(data.length - 1);
    expect(rows.map(({ origin }) => origin.line)).toEqual(data.slice(1).map((_, index) => index + 2));
  });

  test("have a source, every one", () => {
    expect(rows.filter(({ sourceUrl }) => (sourceUrl ?? "").trim() === "")).toEqual([]);
  });
});

test("the warnings of the shipped trials are known", () => {
  const counts: Record<string, number> = {};
  for (const { code } of trials.warnings) counts[code] = (counts[code] ?? 0) + 1;
  expect(trials.warnings.every(({ severity }) => severity === "warning")).toBe(true);
  expect(counts).toEqual({ FEW_ARMS: 1 });
});

test("in memory and from the directory they are the same", async () => {
  expect(await parseTrials(sourcesOf())).toEqual(trials);
});

test("they are frozen through and through", () => {
  const thawed: string[] = [];
  const visit = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) return;
    if (!Object.isFrozen(value)) thawed.push(path);
    for (const [key, part] of Object.entries(value)) visit(part, `${path}.${key}`);
  };
  visit(trials, "trials");
  expect(thawed).toEqual([]);
});

test("they survive JSON", () => {
  expect(JSON.parse(JSON.stringify(trials))).toStrictEqual(trials);
});
