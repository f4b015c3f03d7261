import { checkTrials } from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { base } from "./base.ts";
import { hostileCases } from "./cases/index.ts";
import { brief } from "./hostileCase.ts";

test("the tables that are spoiled here are valid", async () => {
  expect((await checkTrials(base)).problems).toEqual([]);
});

describe.each(Object.entries(hostileCases))("%s", (_, cases) => {
  test.each(cases)("$name", async ({ change, expected }) => {
    const { trials, problems } = await checkTrials(change(base));
    expect(problems.map(brief)).toEqual(expected);
    expect(trials === null).toBe(problems.some(({ severity }) => severity === "error"));
  });
});
