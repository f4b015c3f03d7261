import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { acumeta } from "./acumeta.ts";

const folder = mkdtempSync(join(tmpdir(), "acumeta-small-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Synthetic: one trial of headache, its points, and no result. */
const small = join(folder, "tables");
mkdirSync(small);
writeFileSync(
  join(small, "trials.csv"),
  "trial_id,citation,condition,condition_group,points,source_url\nt1,Synthetic,headache,headache,BL23,synthetic\n",
);
writeFileSync(join(small, "arms.csv"), "trial_id,arm,kind\nt1,a,acupuncture\nt1,b,sham\n");

test("points without an effect are a message, not a stack", () => {
  const { status, err } = acumeta("points", small);
  expect(err).toMatch(/^acumeta: found no trial with both .*\[NO_POINTS\]/);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(status).toBe(1);
});

test("a report of a small table is written and says what it lacks", () => {
  const out = join(folder, "report");
  const { status } = acumeta("reproduce", small, "--out", out);
  expect(status).toBe(0);
  expect(readFileSync(join(out, "index.html"), "utf8")).toContain("No trial has both a list of points and an effect.");
});

test("a report replaces an earlier one, and nobody's own files", () => {
  const out = join(folder, "own");
  mkdirSync(join(out, "figures"), { recursive: true });
  writeFileSync(join(out, "figures", "mine.svg"), "mine");
  const refused = acumeta("reproduce", small, "--out", out);
  expect(refused.err).toContain("FOLDER_IN_USE");
  expect(refused.status).toBe(1);
  expect(readFileSync(join(out, "figures", "mine.svg"), "utf8")).toBe("mine");
  const again = join(folder, "report");
  writeFileSync(join(again, "tables", "stale.csv"), "");
  expect(acumeta("reproduce", small, "--out", again).status).toBe(0);
  expect(existsSync(join(again, "tables", "stale.csv"))).toBe(false);
});
