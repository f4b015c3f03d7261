import { deriveModerators, isMetaError, metaRegression } from "@acumeta/core";
import { expect, test } from "vitest";
import { bcg } from "../regression/bcg.ts";

const studies = [
  { study: "A", sessions: 8, minutes: 30, sham: "none", electro: true },
  { study: "B", sessions: 12, minutes: 20, sham: "penetrating", electro: false },
  { study: "C", sessions: null, minutes: 25, sham: "none", electro: true },
];

const derived = async (expression: string) =>
  (await deriveModerators(studies, { derived: expression })).map((row) => row.derived);

test.each([
  ["log(sessions)", [Math.log(8), Math.log(12), null]],
  ["minutes * sessions / 60", [4, 4, null]],
  ["-minutes^2", [-900, -400, -625]],
  ["min(sessions, 10) + max(minutes, 25)", [38, 35, null]],
  ["minutes > 20 and not (minutes >= 30)", [false, false, true]],
  ["minutes >= 25 ? 1 : 0", [1, 0, 1]],
  ["20 <= minutes < 30", [false, true, true]],
  ["electro ? minutes : 0", [30, 0, 25]],
  ["2 * pi", [2 * Math.PI, 2 * Math.PI, 2 * Math.PI]],
  ["round(sqrt(minutes), 2)", [5.48, 4.47, 5]],
])("%s", async (expression, expected) => {
  expect(await derived(expression)).toEqual(expected);
});

test("one may use another derived before it; the studies given stay as they were", async () => {
  const [first] = await deriveModerators(studies, { hours: "minutes / 60", dose: "hours * sessions" });
  expect(first).toMatchObject({ hours: 0.5, dose: 4 });
  expect(Object.isFrozen(first)).toBe(true);
  expect(studies[0]).not.toHaveProperty("hours");
});

test("effects with derived moderators are effects to regress", async () => {
  const effects = bcg.map((effect) => ({ ...effect, far: effect.ablat > 30 }));
  const derived = await deriveModerators(effects, { logLatitude: "log(ablat)", tropics: "ablat < 23.5" });
  const { coefficients } = metaRegression(derived, { moderators: "~ logLatitude + tropics + far" });
  expect(coefficients.map(({ name }) => name)).toEqual(["intrcpt", "logLatitude", "tropicsTRUE", "farTRUE"]);
});

test.each([
  "minutes = 3",
  "f(x) = x",
  "import({})",
  'evaluate("1")',
  "parse(minutes)",
  "[1, 2, 3]",
  '"text"',
  "{ a: 1 }",
  "minutes.constructor",
  'minutes["constructor"]',
  "minutes; sessions",
  "random()",
  "minutes!",
  "log",
  "(log)(minutes)",
  "log(",
  "minutes +",
  "",
  "3 minutes 4",
])("%j is no arithmetic", async (expression) => {
  const error = await derived(expression).catch((caught: unknown) => caught);
  expect(isMetaError(error) && ["BAD_EXPRESSION", "UNKNOWN_MODERATOR"].includes(error.code), String(error)).toBe(true);
});

test("a caret shows where an expression breaks off", async () => {
  await expect(derived("log(minutes")).rejects.toThrow(/\n {2}log\(minutes\n {13}\^/);
});

test.each([
  ["UNKNOWN_MODERATOR", "log(weeks)"],
  ["MODERATOR_NOT_NUMERIC", "sham + 1"],
  ["DERIVED_NOT_FINITE", "log(minutes - 20)"],
  ["DERIVED_NOT_FINITE", "1 / (minutes - 20)"],
  ["BAD_EXPRESSION", 3 as unknown as string],
])("%s: %s", async (code, expression) => {
  await expect(derived(expression)).rejects.toThrow(expect.objectContaining({ code }));
});
