import { contrasts, listQuestions, readTrials } from "@acumeta/trials";
import { expect, test } from "vitest";
import { painTrials } from "../read/painTrials.js";
import { question, twoArms } from "./synthetic.js";

test("every question that comes with trials is listed, in order", async () => {
  const trials = await readTrials(painTrials);
  const { questions, note } = listQuestions(trials);
  expect(questions).toEqual(trials.questions.map(({ id, label }) => ({ id, label })));
  expect(note).toBeNull();
});

test("where there is none the list says so, and how to add some; so does the refusal of an id", () => {
  const trials = { ...twoArms([]), questions: [] };
  const { questions, note } = listQuestions(trials);
  expect(questions).toEqual([]);
  expect(note).toMatch(/come with no questions: add a questions\.json .*README/);
  expect(() => contrasts(trials, "pain")).toThrow(/come with no questions.*or add a questions\.json/);
  expect(contrasts(trials, question()).notUsed).toHaveLength(1);
});
