import { type CheckedClaim, verdicts } from "@acumeta/claims";
import { readClaims } from "@acumeta/trials";
import { expect, test } from "vitest";
import { acumeta } from "./acumeta.ts";

const claims = await readClaims("datasets/claims");

test("prints a verdict for every claim of the ledger", () => {
  const { status, out } = acumeta("claims");
  expect(status).toBe(0);
  const said = out.match(new RegExp(`^ +(${Object.keys(verdicts).join("|").toUpperCase()})\\.`, "gm")) ?? [];
  expect(said).toHaveLength(claims.length);
  for (const { id } of claims) expect(out).toMatch(new RegExp(`^${id} `, "m"));
});

test("--md is a table of as many rows, --json the whole", () => {
  const { out } = acumeta("claims", "--md");
  expect(out.trim().split("\n")).toHaveLength(claims.length + 2);
  const printed = JSON.parse(acumeta("claims", "--json").out) as readonly CheckedClaim[];
  expect(printed.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
});

test("a folder without claims is refused", () => {
  const { status, err } = acumeta("claims", "datasets/acupoints");
  expect([status, err.includes("claims.csv")]).toEqual([1, true]);
});
