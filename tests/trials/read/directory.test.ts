import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ReadProgress, readTrials } from "@acumeta/trials";
import { afterAll, expect, test } from "vitest";
import { painTrials, sourcesOf } from "./painTrials.ts";

const folder = mkdtempSync(join(tmpdir(), "acumeta-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("trials.csv and arms.csv are enough", async () => {
  for (const file of ["trials.csv", "arms.csv"]) cpSync(join(painTrials, file), join(folder, file));
  const { trials, outcomes, questions } = await readTrials(folder);
  expect([trials.length, outcomes.length, questions.length]).toEqual([93, 0, 0]);
});

test("a directory without them is refused; so is one that is not there", async () => {
  await expect(readTrials(join(painTrials, ".."))).rejects.toMatchObject({
    code: "TRIALS_REFUSED",
    problems: [
      { file: "trials.csv", line: null, code: "MISSING_FILE" },
      { file: "arms.csv", line: null, code: "MISSING_FILE" },
    ],
  });
  await expect(readTrials(join(folder, "nowhere"))).rejects.toMatchObject({ code: "NO_DIRECTORY" });
});

test("progress tells the bytes and rows of each file, up to all of them", async () => {
  const told: ReadProgress[] = [];
  const trials = await readTrials(painTrials, { onProgress: (progress) => told.push(progress) });
  const last = new Map(told.map((progress) => [progress.file, progress]));
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  expect(last.get("outcomes.csv")).toEqual({
    file: "outcomes.csv",
    bytes: bytes(sourcesOf().outcomes),
    rows: trials.outcomes.length,
  });
  expect([...last.keys()]).toEqual([
    "trials.csv",
    "arms.csv",
    "arm-points.csv",
    "outcomes.csv",
    "contrasts.csv",
    "scales.csv",
  ]);
});
