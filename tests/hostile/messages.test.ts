import { checkTrials, describeProblem } from "@acumeta/trials";
import { expect, test } from "vitest";
import { all, base, type Change, cell, inText } from "./base.ts";

const printedRatio = (effect: string, lower: string, upper: string) =>
  all(
    cell("contrasts", 2, "measure", "RR"),
    cell("contrasts", 2, "effect", effect),
    cell("contrasts", 2, "ci_lower", lower),
    cell("contrasts", 2, "ci_upper", upper),
  );

async function described(change: Change): Promise<readonly string[]> {
  return (await checkTrials(change(base))).problems.map(describeProblem);
}

test.each<[string, Change]>([
  [
    "outcomes.csv:4 column events: found 60 events among 50 patients; expected: events ≤ total. Is it a percentage? Give counts. [EVENTS_EXCEED_TOTAL]",
    cell("outcomes", 4, "events", "60"),
  ],
  [
    "outcomes.csv:4 column events: found 600 events among 50 patients; expected: events ≤ total. Check both columns against the paper. [EVENTS_EXCEED_TOTAL]",
    cell("outcomes", 4, "events", "600"),
  ],
  [
    'outcomes.csv:2 column sd: found "12 mm"; expected: a number. Remove the unit; a column has one unit. [NOT_A_NUMBER]',
    cell("outcomes", 2, "sd", "12 mm"),
  ],
  [
    'outcomes.csv:2 column mean: found "28.7 ± 30.3"; expected: a number. Mean and SD stand in columns of their own. [NOT_A_NUMBER]',
    cell("outcomes", 2, "mean", "28.7 ± 30.3"),
  ],
  [
    'outcomes.csv:2 column mean: found "NA"; expected: a number. Leave the cell blank where the value is not known. [NOT_A_NUMBER]',
    cell("outcomes", 2, "mean", "NA"),
  ],
  [
    'outcomes.csv:2 column mean: found "1,234"; expected: a number with a decimal point. 1.234 or 1234? Write it so. [AMBIGUOUS_NUMBER]',
    cell("outcomes", 2, "mean", "1,234"),
  ],
  [
    'trials.csv:2 column points: found "UB23"; expected: WHO codes separated by semicolons: BL23;GV4;EX-UE7. Did you mean BL23? [UNKNOWN_POINT]',
    cell("trials", 2, "points", "UB23"),
  ],
  [
    'trials.csv:2 column points: found "Fengchi"; expected: WHO codes separated by semicolons: BL23;GV4;EX-UE7. Did you mean GB20? [UNKNOWN_POINT]',
    cell("trials", 2, "points", "Fengchi"),
  ],
  [
    'trials.csv:2 column points: found "Zhongdu"; expected: WHO codes separated by semicolons: BL23;GV4;EX-UE7. Did you mean GB32 or LR6? [UNKNOWN_POINT]',
    cell("trials", 2, "points", "Zhongdu"),
  ],
  [
    'trials.csv:2 column points: found "wherever it hurts"; expected: WHO codes separated by semicolons: BL23;GV4;EX-UE7. Look its code up in datasets/acupoints/acupoints.csv. [UNKNOWN_POINT]',
    cell("trials", 2, "points", "wherever it hurts"),
  ],
  [
    "contrasts.csv:2 column ci_lower: found RR 2 with the interval 0.5 to 3; expected: an interval symmetric about the ratio on the log scale; the middle of this one is 1.22. Is a digit misread, or the interval of another number? Its width is what would be used. [RATIO_ASYMMETRIC]",
    printedRatio("2", "0.5", "3"),
  ],
  [
    'contrasts.csv:2 column scale: found "NRS-10"; expected: a scale of scales.csv. Nothing says which end of it is good, so this row is not used: another effect may be chosen in its place. Add the scale. [UNKNOWN_SCALE]',
    cell("contrasts", 2, "scale", "NRS-10"),
  ],
  [
    'outcomes.csv:2 column better: found "lwoer"; expected: lower, higher. Did you mean lower? [UNKNOWN_VALUE]',
    cell("outcomes", 2, "better", "lwoer"),
  ],
  [
    'contrasts.csv:2 column arms_b: found "shem"; expected: an arm of this trial: real, sham. Did you mean sham? Or add the arm. [UNKNOWN_ARM]',
    cell("contrasts", 2, "arms_b", "shem"),
  ],
  [
    "scales.csv:4 column scale: found scale VAS-100, which line 2 has too; expected: each once. Delete one of them, or correct what should tell them apart. [DUPLICATE_ROW]",
    inText("scales", (text) => text + text.split("\n")[1]),
  ],
  [
    "arms.csv: found nothing; expected: a header line and rows. Is it the right file? [EMPTY_FILE]",
    inText("arms", () => ""),
  ],
  [
    'questions.json column 0.outcom: found "outcom"; expected: id, label, conditions, treatment, comparator, outcome, window, measure, prefer, arms, minimumTrust, respondersAsSmd, scale. Did you mean outcome? [UNKNOWN_PROPERTY]',
    inText("questions", (text) => text.replace('{"id"', '{"outcom":"pain","id"')),
  ],
])("%s", async (sentence, change) => {
  expect(await described(change)).toEqual([sentence]);
});

test("whatever is in a cell, a message is short", async () => {
  const long = "x".repeat(100_000);
  const problems = await described(
    all(
      cell("scales", 2, "scale", long),
      cell("trials", 2, "points", `${long};${long}`),
      cell("arms", 2, "arm", long),
      cell("outcomes", 2, "n", `-${"0".repeat(100_000)}1`),
      inText("questions", (text) => text.replace('"pain"', `["${long}"]`)),
    ),
  );
  expect(problems.length).toBeGreaterThan(5);
  for (const sentence of problems) expect(sentence.length).toBeLessThan(1000);
});
