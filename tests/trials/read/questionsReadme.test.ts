import { readFileSync } from "node:fs";
import { join } from "node:path";
import { armKinds, checkTrials, conditionGroups, outcomeKinds, type Question } from "@acumeta/trials";
import { expect, test } from "vitest";
import { painTrials, sourcesOf } from "./painTrials.ts";

const readme = readFileSync(join(painTrials, "README.md"), "utf8");
const [, section = ""] = /## questions\.json\n(.*?)\n## /s.exec(readme) ?? [];
const [, example = ""] = /```json\n(.*?)\n```/s.exec(section) ?? [];

/** Each question.json property, as the reader names them where one is misspelt. */
async function properties(): Promise<readonly string[]> {
  const [question] = JSON.parse(example) as [Question];
  const questions = JSON.stringify([{ ...question, nothing: 1 }]);
  const { problems } = await checkTrials({ ...sourcesOf(), questions });
  return problems.find(({ code }) => code === "UNKNOWN_PROPERTY")!.expected.split(", ");
}

test("the README describes every property of a question", async () => {
  const described = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(described).toEqual(await properties());
});

test("its example is a question that can be asked", async () => {
  const { trials, problems } = await checkTrials({ ...sourcesOf(), questions: example });
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(trials?.questions).toHaveLength(1);
});

test("it names every condition, kind of arm and outcome that may be asked for", () => {
  const named = new Set([...section.matchAll(/`([\w-]+)`/g)].map(([, word]) => word));
  expect([...conditionGroups, ...armKinds, ...outcomeKinds].filter((word) => !named.has(word))).toEqual([]);
});
