import { metaRegression, multilevel, pool, subgroups } from "@acumeta/core";
import { expect, test } from "vitest";
import { meantBy } from "../../../packages/core/src/errors/meantBy.ts";

const effects = [0.1, 0.3, 0.2, 0.6].map((yi, i) => ({
  study: `s${i}`,
  measure: "SMD" as const,
  yi,
  vi: 0.02,
  sham: i % 2 === 0 ? "none" : "penetrating",
  weeks: 4 + i,
}));

test.each([
  ["a moderator", () => metaRegression(effects, { moderators: "~ shm + weeks" }), "sham"],
  [
    "a moderator of a multilevel model",
    () => multilevel(effects, { random: "~ 1 | study", moderators: "~ week" }),
    "weeks",
  ],
  ["a column of random effects", () => multilevel(effects, { random: "~ 1 | studdy" }), "study"],
  ["the effect of random effects", () => multilevel(effects, { random: "~ 1 | study/efect" }), "effect"],
  ["what groups the studies", () => subgroups(effects, { by: "Sham" }), "sham"],
  ["a level", () => metaRegression(effects, { moderators: "~ sham[ref=penetratng]" }), "penetrating"],
  ["a function of formulas", () => metaRegression(effects, { moderators: "~ Poly(weeks, 2)" }), "poly"],
  ["an id", () => pool(effects, { tau2: "REMl" as "REML" }), "REML"],
])("%s that is misspelt is asked about", (_, run, meant) => {
  expect(run).toThrow(new RegExp(`Did you mean "${meant}"\\?`));
});

test.each([
  ["two exchanged letters", "hsam", "sham"],
  ["a letter left out", "weks", "weeks"],
  ["capitals", "reml", "REML"],
  ["a ratio without its logarithm", "RR", "logRR"],
])("%s", (_, found, known) => {
  expect(
    meantBy(
      found,
      ["sham", "weeks", "REML", "logRR"].filter((one) => one === known),
    ),
  ).toContain(`"${known}"`);
});

test.each([
  ["nothing known", "sham", []],
  ["another word", "sessions", ["sham", "weeks"]],
  ["other short names", "x3", ["x1", "x2", "n"]],
  ["another number", "2012", ["2010", "2011"]],
  ["what is known itself, where it stands in the way of something else", "sham", ["sham", "shams"]],
  ["what is no text", 3, ["3"]],
])("no guess: %s", (_, found, known) => {
  expect(meantBy(found, known)).toBeNull();
});
