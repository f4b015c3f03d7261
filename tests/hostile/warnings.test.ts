import { checkTrials, parseTrials } from "@acumeta/trials";
import { expect, test } from "vitest";
import { all, base, cell, inText } from "./base.ts";
import { brief } from "./hostileCase.ts";

test("warnings do not refuse the data: they travel with it", async () => {
  const doubtful = all(cell("outcomes", 2, "n", "55"), cell("outcomes", 3, "scale", "VAS-10"));
  const { trials, problems } = await checkTrials(doubtful(base));
  expect(problems.map(brief)).toEqual([
    "outcomes.csv:2:n:N_EXCEEDS_RANDOMISED:warning",
    "outcomes.csv:3:scale:UNKNOWN_SCALE:warning",
  ]);
  expect(trials?.warnings).toEqual(problems);
  expect(trials?.outcomes).toHaveLength(4);
});

test("unknown columns stay with their row, in any table, under any name", async () => {
  const wider = all(
    inText("arms", (text) => text.replaceAll("\n", ",needles used\n").replace("needles used", "__proto__")),
    inText("outcomes", (text) =>
      text.replaceAll("\n", ", of the ITT set \n").replace(" of the ITT set ", "analysis set"),
    ),
  );
  const { arms, outcomes, trials, warnings } = await parseTrials(wider(base));
  expect(warnings.map(brief)).toEqual([
    "arms.csv:1:__proto__:UNKNOWN_COLUMN:warning",
    "outcomes.csv:1:analysis set:UNKNOWN_COLUMN:warning",
  ]);
  for (const { origin } of arms) expect(Object.entries(origin.unknownColumns)).toEqual([["__proto__", "needles used"]]);
  for (const { origin } of outcomes) expect(origin.unknownColumns).toEqual({ "analysis set": " of the ITT set " });
  expect(trials[0]?.origin.unknownColumns).toEqual({});
});

test("a refused input tells its warnings too", async () => {
  const refused = all(cell("outcomes", 2, "n", "55"), cell("outcomes", 3, "sd", "x"));
  await expect(parseTrials(refused(base))).rejects.toMatchObject({
    name: "MetaError",
    code: "TRIALS_REFUSED",
    problems: [{ code: "N_EXCEEDS_RANDOMISED" }, { code: "NOT_A_NUMBER" }],
  });
});
