import { expect, test } from "vitest";
import { acumeta } from "./acumeta.ts";

test("--help names every command", () => {
  const { status, out } = acumeta("--help");
  for (const command of ["check", "pool", "bias", "influence", "points", "reproduce"])
    expect(out).toMatch(new RegExp(`^  ${command}\\b`, "m"));
  expect(status).toBe(0);
});

test("the help of a command names the registered methods", () => {
  const { out } = acumeta("pool", "--help");
  for (const method of ["EE", "DL", "PM", "ML", "REML", "HKSJ-adhoc", "t(k-2)"]) expect(out).toContain(method);
});

test("an unknown command is wrong usage", () => {
  const { status, err } = acumeta("pol");
  expect(err).toContain("pool");
  expect(status).toBe(2);
});
