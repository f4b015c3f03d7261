import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acumeta, painTrials } from "./acumeta.ts";

let spoiled = "";

beforeAll(() => {
  spoiled = mkdtempSync(join(tmpdir(), "acumeta-spoiled-"));
  cpSync(painTrials, spoiled, { recursive: true });
  const outcomes = readFileSync(join(spoiled, "outcomes.csv"), "utf8");
  writeFileSync(
    join(spoiled, "outcomes.csv"),
    outcomes.replace("pain,VAS-100,lower,8,140,-28.7", "pain,VAS-100,lower,8,n=140,-28.7"),
  );
});

afterAll(() => rmSync(spoiled, { recursive: true }));

test("the shipped trials have no errors", () => {
  const { status, out } = acumeta("check", painTrials);
  expect(out).toMatch(/^0 errors, \d+ warnings?$/m);
  expect(status).toBe(0);
});

test("a spoiled cell is told with its place and mend, and ends with status 1", () => {
  const { status, out } = acumeta("check", spoiled);
  expect(out).toContain("outcomes.csv:2:n");
  expect(out).toContain('"n=140"');
  expect(out).toMatch(/^1 error, /m);
  expect(status).toBe(1);
});

test("--json gives the problems as data", () => {
  const { out } = acumeta("check", spoiled, "--json");
  expect(JSON.parse(out)).toContainEqual(
    expect.objectContaining({ code: "NOT_A_NUMBER", severity: "error", file: "outcomes.csv", line: 2, column: "n" }),
  );
});

test("a directory that is not there is one line, not a stack", () => {
  const { status, err } = acumeta("check", join(spoiled, "nowhere"));
  expect(err).toMatch(/^acumeta: .*nowhere: found no such folder; .*\[NO_DIRECTORY\]/);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(status).toBe(1);
});
