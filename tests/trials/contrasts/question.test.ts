import { isMetaError } from "@acumeta/core";
import { contrasts, type Question } from "@acumeta/trials";
import { expect, test } from "vitest";
import { question, twoArms } from "./synthetic.js";

const trials = twoArms([]);

function codeOf(asked: Question | string): string | undefined {
  try {
    contrasts(trials, asked);
  } catch (error) {
    if (isMetaError(error)) return error.code;
    throw error;
  }
  return undefined;
}

test("a question is asked by itself or by its id in the trials", () => {
  expect(contrasts(trials, "synthetic/pain")).toEqual(contrasts(trials, question()));
});

test("an unknown id names the nearest ones", () => {
  expect(codeOf("synthetic/pian")).toBe("UNKNOWN_QUESTION");
  expect(() => contrasts(trials, "synthetic/pian")).toThrow(/Nearest ids: synthetic\/pain/);
});

test.each<[string, Partial<Question>]>([
  ["MD_NEEDS_SCALE", { measure: "MD" }],
  ["WINDOW_REVERSED", { window: { from: 12, to: 1, target: 8 } }],
  ["WINDOW_REVERSED", { window: { from: 1, to: 12, target: 26 } }],
  ["BAD_QUESTION", { prefer: [] }],
  ["BAD_QUESTION", { measure: "RR" as "logRR" }],
  ["BAD_QUESTION", { minimumTrust: "medum" as "medium" }],
  ["SIDES_OVERLAP", { comparator: ["sham", "acupuncture"] }],
])("%s", (code, changes) => {
  expect(codeOf(question(changes))).toBe(code);
});

test("a question that is none says what is missing", () => {
  expect(() => contrasts(trials, { id: "x" } as Question)).toThrow(/question: label: found nothing/);
});

test("the answer is frozen, the question given is not", () => {
  const asked = question();
  const answer = contrasts(trials, asked);
  expect([answer, answer.question, answer.question.window, answer.notUsed[0]].every(Object.isFrozen)).toBe(true);
  expect(Object.isFrozen(asked) || Object.isFrozen(asked.window)).toBe(false);
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
});
