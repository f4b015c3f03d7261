import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkTrials, describeProblem, tables } from "@acumeta/trials";
import { afterEach, beforeEach, expect, test } from "vitest";
import { base, type Texts } from "./base.ts";
import { folderCases } from "./cases/folders.ts";
import { brief } from "./hostileCase.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "acumeta-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = (table: string) =>
  table === "questions" ? "questions.json" : `${tables[table as keyof typeof tables].name}.csv`;

function write({ files, without = [] }: Pick<(typeof folderCases)[number], "files" | "without">): void {
  for (const table of Object.keys(base) as (keyof Texts)[])
    if (!without.includes(fileOf(table))) writeFileSync(join(folder, fileOf(table)), base[table]);
  for (const [file, table] of Object.entries(files)) writeFileSync(join(folder, file), base[table as keyof Texts]);
}

test.each(folderCases)("$name", async ({ files, without, expected }) => {
  write(without === undefined ? { files } : { files, without });
  expect((await checkTrials(folder)).problems.map(brief)).toEqual(expected);
});

test("the nearest table that is not there is suggested, of a copy none", async () => {
  write({ files: { "trails.csv": "trials", "arms (2).csv": "arms" }, without: ["trials.csv"] });
  const told = (await checkTrials(folder)).problems.map(describeProblem);
  expect(told.find((one) => one.startsWith("trails.csv"))).toBe(
    "trails.csv: found a file that is not read; expected: trials.csv, arms.csv, arm-points.csv, outcomes.csv, " +
      "contrasts.csv, scales.csv, questions.json. Did you mean trials.csv? Rename it. [UNKNOWN_FILE]",
  );
  expect(told.find((one) => one.startsWith("arms (2).csv"))).toMatch(/Rename it if it is one of these/);
});
