import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { folderCases } from "./cases/folders.ts";
import { hostileCases } from "./cases/index.ts";

const messages = readFileSync(
  fileURLToPath(new URL("../../packages/trials/src/problems/messages.ts", import.meta.url)),
  "utf8",
);
const codes = [...messages.matchAll(/\b(error|warning)\("(\w+)"/g)].map(([, severity, code]) => `${code}:${severity}`);
const cases = Object.entries(hostileCases).flatMap(([group, ofGroup]) => ofGroup.map((one) => ({ group, ...one })));
const told = new Set(
  [...cases, ...folderCases].flatMap(({ expected }) => expected.map((one) => one.split(":").slice(-2).join(":"))),
);

test.each(codes)("some hostile case meets %s", (code) => {
  expect(told).toContain(code);
});

test("every message has its own code", () => {
  expect(codes.length).toBeGreaterThan(40);
  expect(new Set(codes).size).toBe(codes.length);
});

test("there are at least 80 hostile cases, each of its own name", () => {
  expect(cases.length).toBeGreaterThanOrEqual(80);
  expect(new Set(cases.map(({ group, name }) => `${group}: ${name}`)).size).toBe(cases.length);
});
