import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { checkTrials, type ReadProgress, readTable, tables } from "@acumeta/trials";
import { expect, test } from "vitest";
import { base } from "./base.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** A synthetic outcomes.csv of so many rows, in pieces as a file gives them. */
async function* outcomes(rows: number, note: string): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = base.outcomes.split("\n")[0]!.replace("source_url", "source_url,source_note\n");
  for (let row = 0; row < rows; row++) {
    text += `t1,real,pain,VAS-100,lower,${row},50,${row % 100},20,endpoint,,,,,,high,,synthetic,"${note}, row ${row}"\n`;
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}

const isMonotonic = (values: readonly number[]) => values.every((value, index) => value >= (values[index - 1] ?? 0));

test("100 MB of outcomes stream through in bounded memory, with progress", async () => {
  const rows = 300_000;
  const before = heapUsed();
  const told: ReadProgress[] = [];
  const source = outcomes(rows, "an invented sentence that makes rows long ".repeat(7));
  let largest = 0;
  let problems = 0;
  for await (const batch of readTable(tables.outcomes, source, { onProgress: (progress) => told.push(progress) })) {
    problems += batch.problems.length;
    if (told.length % 200 === 0) largest = Math.max(largest, heapUsed() - before);
  }
  expect(problems).toBe(0);
  expect(told.at(-1)?.rows).toBe(rows);
  expect(told.at(-1)?.bytes).toBeGreaterThan(100_000_000);
  expect(told.length).toBeGreaterThan(1000);
  expect(isMonotonic(told.map(({ bytes }) => bytes)) && isMonotonic(told.map((one) => one.rows))).toBe(true);
  expect(largest).toBeGreaterThan(0);
  expect(largest).toBeLessThan(50_000_000);
});

test("200,000 outcomes are checked as few are: every problem, and no other", async () => {
  const told: ReadProgress[] = [];
  const { trials, problems } = await checkTrials(
    { ...base, outcomes: outcomes(200_000, "synthetic") },
    { onProgress: (progress) => told.push(progress) },
  );
  expect(problems).toEqual([]);
  expect(trials?.outcomes).toHaveLength(200_000);
  expect([...new Set(told.map(({ file }) => file))]).toEqual(Object.values(tables).map(({ name }) => `${name}.csv`));
  const ofOutcomes = told.filter(({ file }) => file === "outcomes.csv");
  expect(ofOutcomes.at(-1)?.rows).toBe(200_000);
  expect(isMonotonic(ofOutcomes.map(({ bytes }) => bytes))).toBe(true);
});
