import { asMeasure, effectSize, effectSizes, pool, sdFromSe, standardizedMeanDifference } from "@acumeta/core";
import { contrasts, parseTrials, readPublished } from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { base } from "./base.ts";

const effect = { study: "A", measure: "SMD", yi: 0.3, vi: 0.02 };
const groups = { n1: 20, m1: 1, sd1: 2, n2: 20, m2: 2, sd2: 2 };
/** As scripts call it, without types. */
const call = (run: unknown, ...args: readonly unknown[]) => (run as (...args: readonly unknown[]) => unknown)(...args);
const trials = await parseTrials(base);
const listed = "a list of effects, as [{ study, measure, yi, vi }, …]";

describe("what a newcomer may give in place of effects", () => {
  test.each<[string, readonly unknown[], string]>([
    ["nothing", [], `found undefined; allowed: ${listed}. Give one object for each study. [NOT_EFFECTS]`],
    ["a text", ["x"], `found "x"; allowed: ${listed}. Give one object for each study. [NOT_EFFECTS]`],
    ["a list of null", [[null]], "found null as effect 1; allowed: an object { study, measure, yi, vi }."],
    ["a list of lists", [[effect, [0.3, 0.02]]], "found a list of 2 as effect 2;"],
    ["one effect", [effect], "found { study, measure, yi, vi }; allowed: a list of effects"],
    ["columns", [{ yi: [], vi: [] }], "Give one object for each study, not a column for each value. [NOT_EFFECTS]"],
    ["an answer", [contrasts(trials, "pain")], "Give its effects: pool(answer.effects). [NOT_EFFECTS]"],
    ["a promise", [Promise.resolve([])], "found a promise; allowed: a list of effects"],
    [
      "a text for a number",
      [[{ ...effect, yi: "0.3" }]],
      'column yi study "A": found "0.3"; allowed: a finite number.',
    ],
    ["no measure", [[effect, { ...effect, measure: undefined }]], "found the measures SMD and undefined;"],
    ["one arm for a list of arms", [[{ ...effect, arms: "sham" }]], 'column arms study "A": found "sham";'],
    ["a text for options", [[effect], "REML"], 'found "REML"; allowed: an object with tau2'],
    [
      "a text for the level",
      [[effect], { level: "0.9" }],
      'option level: found "0.9"; allowed: a number between 0 and 1',
    ],
  ])("%s", (_, args, message) => {
    expect(() => call(pool, ...args)).toThrow(message);
  });
});

describe("an id that is nearly right", () => {
  test.each<[string, readonly unknown[], string]>([
    ["a ratio", [[{ ...effect, measure: "OR" }]], 'Did you mean "logOR"? Ratios are pooled as natural logarithms'],
    ["in small letters", [[effect], { tau2: "reml" }], 'Did you mean "REML"?'],
    ["in capitals", [[{ ...effect, measure: "LOGRR" }]], 'Did you mean "logRR"? Ids are case-sensitive.'],
    ["of another kind", [[{ ...effect, measure: "zzz" }]], "Choose one of these ids; they are case-sensitive."],
  ])("%s", (_, args, message) => {
    expect(() => call(pool, ...args)).toThrow(message);
  });
});

describe("what a newcomer may give in place of a study", () => {
  test.each<[string, () => unknown, string, string]>([
    ["no groups", () => call(standardizedMeanDifference), "NOT_A_ROW", "an object with n1, m1, sd1, n2, m2, sd2"],
    [
      "a text for n",
      () => call(standardizedMeanDifference, { ...groups, n1: "20" }),
      "NOT_A_VALID_NUMBER",
      'found "20"',
    ],
    ["a text for options", () => call(standardizedMeanDifference, groups, "none"), "UNKNOWN_OPTION", 'found "none"'],
    ["no study", () => call(effectSize, "logOR"), "NOT_A_ROW", "an object with a, n1, c, n2"],
    [
      "a correlation as a text",
      () => call(effectSize, "COR", { r: "0.3", n: 50 }),
      "NOT_A_VALID_NUMBER",
      'found "0.3"',
    ],
    ["no correlation", () => call(effectSize, "COR", { r: null, n: 50 }), "NOT_A_VALID_NUMBER", "found null"],
    ["columns of other names", () => call(effectSizes, "SMD", { N1: [20] }), "UNEQUAL_COLUMNS", "found { N1 }"],
    ["rows for columns", () => call(effectSizes, "SMD", [groups]), "NOT_A_ROW", "found a list of 1"],
    ["no effect", () => call(asMeasure, undefined, "SMD"), "NOT_A_ROW", "an object with measure, yi, vi"],
    ["a text for a standard error", () => call(sdFromSe, { se: "2", n: 20 }), "NOT_A_VALID_NUMBER", 'found "2"'],
  ])("%s", (_, run, code, message) => {
    expect(run).toThrow(expect.objectContaining({ code, message: expect.stringContaining(message) }));
  });
});

describe("what a newcomer may give in place of trials", () => {
  test.each<[string, readonly unknown[], string, string]>([
    ["an empty object", [{}, "pain"], "WRONG_ARGUMENT", "found an object with nothing in it"],
    ["a promise", [Promise.resolve(trials), "pain"], "WRONG_ARGUMENT", "found a promise; allowed: the tables"],
    ["the result of a check", [{ trials, problems: [] }, "pain"], "WRONG_ARGUMENT", "Give its trials"],
    ["no question", [trials], "BAD_QUESTION", "option question: found nothing"],
  ])("%s", (_, args, code, message) => {
    expect(() => call(contrasts, ...args)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });

  test.each<[string, unknown, string]>([
    [
      "rows already read",
      { trials: [{}], arms: "arm" },
      "option trials: found a list of 1; allowed: the text of a table",
    ],
    ["a misspelt table", { trails: "trial_id" }, 'found "trails"; allowed: trials, arms.* Did you mean trials?'],
    ["nothing", undefined, "found undefined; allowed: a folder's path, or an object with trials, arms"],
  ])("%s", async (_, sources, message) => {
    await expect(call(parseTrials, sources)).rejects.toThrow(
      expect.objectContaining({ code: "WRONG_ARGUMENT", message: expect.stringMatching(message) }),
    );
  });

  test("a folder of published results that is not there, or holds none", async () => {
    await expect(readPublished("nowhere")).rejects.toMatchObject({
      code: "NO_DIRECTORY",
      diagnosis: { allowed: "a folder with pooled.csv and points.csv" },
    });
    await expect(readPublished("tests")).rejects.toMatchObject({
      code: "TRIALS_REFUSED",
      problems: [
        { file: "pooled.csv", code: "MISSING_FILE" },
        { file: "points.csv", code: "MISSING_FILE" },
      ],
    });
  });
});
