import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPublished } from "@acumeta/trials";
import Papa from "papaparse";
import { afterAll, expect, test } from "vitest";
import { painTrials } from "./painTrials.ts";

const published = join(painTrials, "../published");
const spoiled = mkdtempSync(join(tmpdir(), "acumeta-published-"));
afterAll(() => rmSync(spoiled, { recursive: true }));

test("the published results are all there, each with a source", async () => {
  const { pooled, points } = await readPublished(published);
  const rowsOf = (file: string) => Papa.parse(readFileSync(join(published, file), "utf8").trimEnd()).data.length - 1;
  expect([pooled.length, points.length]).toEqual([rowsOf("pooled.csv"), rowsOf("points.csv")]);
  expect([...pooled, ...points].filter(({ sourceUrl }) => sourceUrl.trim() === "")).toEqual([]);
});

test("a published interval that does not contain its estimate is refused", async () => {
  cpSync(published, spoiled, { recursive: true });
  const pooled = readFileSync(join(spoiled, "pooled.csv"), "utf8");
  writeFileSync(join(spoiled, "pooled.csv"), pooled.replace(",0.23,SMD,", ",2.3,SMD,"));
  await expect(readPublished(spoiled)).rejects.toMatchObject({
    code: "TRIALS_REFUSED",
    problems: [{ file: "pooled.csv", line: 2, column: "ci_lower", code: "CI_EXCLUDES_ESTIMATE" }],
  });
});
