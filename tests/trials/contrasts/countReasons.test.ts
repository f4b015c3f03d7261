import { contrasts, countReasons, readTrials } from "@acumeta/trials";
import { expect, test } from "vitest";
import { painTrials } from "../read/painTrials.js";
import { question, synthetic } from "./synthetic.js";

test("every trial that is not used is counted once, the commonest reason first", async () => {
  const trials = await readTrials(painTrials);
  for (const { id } of trials.questions) {
    const answer = contrasts(trials, id);
    const reasons = countReasons(answer);
    const counts = reasons.map((one) => one.trials);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(answer.notUsed.length);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    for (const { code, trials: count } of reasons)
      expect(count).toBe(answer.notUsed.filter((one) => one.code === code).length);
  }
});

test("of equally common reasons the one nearer to an answer comes first; every reason says something of its own", () => {
  const trials = synthetic({
    trials: [{ trialId: "t1" }, { trialId: "t2", conditionGroup: "neck-pain" }],
    arms: [
      { trialId: "t1", arm: "real", kind: "acupuncture" },
      { trialId: "t1", arm: "sham", kind: "sham" },
    ],
    outcomes: ["real", "sham"].map((arm) => ({ arm, mean: 30, sd: 20, week: 52 })),
  });
  expect(countReasons(contrasts(trials, question()))).toEqual([
    { code: "OUTSIDE_WINDOW", trials: 1, reason: "reported outside the window of weeks" },
    { code: "OTHER_CONDITION", trials: 1, reason: "about another condition" },
  ]);
});

test("where every trial answers there are no reasons", () => {
  expect(countReasons({ notUsed: [] })).toEqual([]);
});
