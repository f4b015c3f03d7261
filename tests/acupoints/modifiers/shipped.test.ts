import { askModifier, askModifiers, modifierQuestions, timeCourse } from "@acumeta/acupoints";
import { readTrials } from "@acumeta/trials";
import { expect, test } from "vitest";

const trials = await readTrials("datasets/pain-trials");
const answers = askModifiers(trials);
const answered = answers.filter(({ unanswered }) => unanswered === null);

test("every built-in question has an answer, or the reason why not", () => {
  expect(answers.map(({ id }) => id)).toEqual(Object.keys(modifierQuestions));
  expect(answered.length).toBeGreaterThan(4);
  for (const { model, unanswered, sentence } of answers) {
    expect(model === null).toBe(unanswered !== null);
    expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
  }
});

test("no effect is both used and left out, and each level has at least two trials", () => {
  for (const { id, levels, effects, leftOut } of answered) {
    if (modifierQuestions[id as keyof typeof modifierQuestions].step !== null) continue;
    expect(levels.reduce((sum, level) => sum + level.effects, 0)).toBe(effects);
    expect(Math.min(...levels.map(({ trials: count }) => count))).toBeGreaterThan(1);
    expect(leftOut.every(({ reason }) => reason !== "")).toBe(true);
  }
});

test("p-values are adjusted over all questions that can be tested", () => {
  const p = answered.flatMap(({ test: tested }) => tested?.p ?? []);
  expect(new Set(answers.map(({ tested }) => tested))).toEqual(new Set([p.length]));
  const smallest = answered.find(({ test: tested }) => tested!.p === Math.min(...p))!.test!;
  expect(smallest.pHolm).toBeCloseTo(Math.min(1, p.length * smallest.p!), 12);
  for (const { test: tested } of answered) expect(tested!.pHolm).toBeGreaterThanOrEqual(tested!.p!);
});

test("a difference of two levels has the test of its own question", () => {
  const pairs = answered.filter(({ differences }) => differences.length === 1);
  expect(pairs.length).toBeGreaterThan(3);
  for (const { differences, test: tested } of pairs) expect(differences[0]!.ci!.p).toBeCloseTo(tested!.p!, 10);
});

test("an answer is that of all questions, frozen, and survives JSON", () => {
  const answer = askModifier(trials, "electro");
  expect(answer).toEqual(answers.find(({ id }) => id === "electro"));
  expect(Object.isFrozen(answer.levels[0]!.ci)).toBe(true);
  expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
});

test("rows rated low, other outcomes and conditions change what is asked", () => {
  const trusted = askModifier(trials, "sham-skin", { minimumTrust: "medium" });
  expect(trusted.trials).toBeLessThan(askModifier(trials, "sham-skin").trials);
  const disability = askModifiers(trials, { outcome: "disability" });
  expect(disability.every(({ outcome }) => outcome === "disability")).toBe(true);
  const headache = askModifier(trials, "condition", { conditions: ["headache"] });
  expect(headache.unanswered).toContain("in headache");
});

test("the time course: repeated weeks of the same arms on one scale, after treatment", () => {
  const course = timeCourse(trials, "all-pain/acupuncture-vs-untreated/pain/short");
  expect(course.trials).toBeGreaterThan(3);
  const ids = [...new Set(course.effects.map(({ trial }) => trial))];
  const ofTrial = (id: string) => course.effects.filter(({ trial }) => trial === id);
  for (const effects of ids.map(ofTrial)) {
    expect(effects.length).toBeGreaterThan(1);
    expect(new Set(effects.map(({ scale }) => scale)).size).toBe(1);
    expect(Math.min(...effects.map(({ weeksAfter }) => weeksAfter))).toBeGreaterThanOrEqual(0);
  }
  expect(ofTrial("thomas-2006").map(({ weeksAfter }) => weeksAfter)).toEqual([39, 91]);
  expect(course.sentence).not.toMatch(/NaN|undefined|null/);
  expect(JSON.parse(JSON.stringify(course))).toEqual(course);
});
