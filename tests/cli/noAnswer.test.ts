import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { acumeta, painTrials } from "./acumeta.ts";

const folder = mkdtempSync(join(tmpdir(), "acumeta-none-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Synthetic: the shipped questions, and one trial without a result. */
const tables = join(folder, "tables");
mkdirSync(tables);
writeFileSync(
  join(tables, "trials.csv"),
  "trial_id,citation,condition,condition_group,source_url\nt1,Synthetic,headache,headache,synthetic\n",
);
writeFileSync(join(tables, "arms.csv"), "trial_id,arm,kind\nt1,a,acupuncture\nt1,b,sham\n");
writeFileSync(join(tables, "questions.json"), readFileSync(join(painTrials, "questions.json")));

test.each(["pool", "bias", "influence"])("%s says that no trial answers, and gives data all the same", (command) => {
  const asked = [command, tables, "-q", "all-pain/acupuncture-vs-sham/pain/short"] as const;
  const { status, out } = acumeta(...asked);
  expect(out).toContain("No trial answers this question.");
  expect(status).toBe(1);
  expect(JSON.parse(acumeta(...asked, "--json").out)).toMatchObject({ notUsed: [{ trialId: "t1" }] });
  expect(
    acumeta(...asked, "--csv")
      .out.trim()
      .split("\n"),
  ).toHaveLength(1);
});

test.each(["pool", "bias", "influence"])("%s without a question lists those that are known", (command) => {
  const { status, out } = acumeta(command, painTrials);
  expect(out).toContain("all-pain/acupuncture-vs-sham/pain/short");
  expect(status).toBe(0);
});
