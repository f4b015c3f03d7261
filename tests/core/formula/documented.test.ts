import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildDesign } from "../../../packages/core/src/formula/buildDesign.ts";
import { parseFormula } from "../../../packages/core/src/formula/parseFormula.ts";

const readme = readFileSync(new URL("../../../packages/core/README.md", import.meta.url), "utf8");
const section = readme.split("\n## ").find((part) => part.startsWith("Formulas"))!;
const rows = section.split("\n").filter((line) => line.startsWith("| `"));
const formulas = rows.flatMap((row) =>
  [...row.split(" | ")[0]!.matchAll(/``\s(.*?)\s``|`([^`]+)`/g)].map(([, a, b]) => a ?? b!),
);

const studies = [4, 8, 12, 26, 4, 12, 52, 8, 26, 6].map((weeks, i) => {
  const sham = ["none", "penetrating", "not told"][i % 3]!;
  return { study: `s${i}`, weeks, sham, "sham type": sham, year: 2010 + (i % 4) };
});

test("the README lists every function, sign and coding that a formula may hold", () => {
  expect(formulas.length).toBeGreaterThan(15);
  const all = formulas.join(" ");
  for (const piece of [
    "poly(",
    "rcs(",
    "I(",
    "factor(",
    "[ref=",
    "c(",
    "+",
    "-",
    "*",
    ":",
    "^",
    "/",
    "0 +",
    "- 1",
    "`",
  ])
    expect(all).toContain(piece);
});

test.each(formulas)("%s of the README can be fitted", (formula) => {
  const { X, names } = buildDesign(studies, formula, {});
  expect(X).toHaveLength(names.length);
  expect(X.every((column) => column.every(Number.isFinite))).toBe(true);
});

test("whatever a function of formulas is called is in the README", () => {
  const refused = () => parseFormula("~ other(weeks)");
  const [, known] = /the functions ([\w, ]+)\./.exec(thrown(refused))!;
  for (const name of known!.split(", ")) expect(formulas.some((formula) => formula.includes(`${name}(`))).toBe(true);
});

function thrown(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}
