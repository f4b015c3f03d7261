import { askModifier, askModifiers } from "@acumeta/acupoints";
import { noncentralTCdf, tQuantile } from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { exactly, type PrintedTrial, printing } from "./syntheticTrials.ts";

const shams = ["penetrating needles", "penetrating needles", "non-penetrating needles", "non-penetrating needles"];

describe("effects of different trials", () => {
  const tables = printing(
    ...shams.map((shamType, i): PrintedTrial => ({ shamType, against: { sham: i < 2 ? 0.2 : 0.5 } })),
    { shamType: "minimal acupuncture", against: { sham: 3 } },
  );
  const answer = askModifier(tables, "sham-skin");

  test("the levels' means and their difference, with the intervals of the sampling errors where trials agree", () => {
    expect(answer).toMatchObject({ model: "meta-regression", effects: 4, trials: 4, moderators: "~ shamPenetrates" });
    expect(answer.levels.map(({ level, trials }) => [level, trials])).toEqual([
      ["no", 2],
      ["yes", 2],
    ]);
    expect(answer.levels.map(({ estimate }) => estimate)).toEqual([expect.closeTo(0.5, 12), expect.closeTo(0.2, 12)]);
    const [difference] = answer.differences;
    expect(difference).toMatchObject({ name: "yes − no", estimate: expect.closeTo(-0.3, 12) });
    expect(difference!.ci!.se).toBeCloseTo(0.1, 12);
    expect(difference!.ci!.df).toBe(2);
    expect(answer.tau2).toEqual([{ name: "between trials", value: expect.closeTo(0, 12) }]);
    expect(answer.choices.correlation).toBeNull();
  });

  test("a trial of which it is not known is named", () => {
    expect(answer.leftOut).toEqual([
      { trial: "t4", study: "Synthetic 4", reason: "not known whether the sham went through the skin" },
    ]);
  });

  test("a level that one trial has is left out; one level alone is no answer", () => {
    const lone = askModifier(
      printing(...shams.slice(0, 3).map((shamType) => ({ shamType, against: { sham: 0.3 } }))),
      "sham-skin",
    );
    expect(lone).toMatchObject({ model: null, test: null, levels: [], differences: [], trials: 2 });
    expect(lone.leftOut.map(({ reason }) => reason)).toEqual(["the only trial against a sham outside it"]);
    expect(lone.unanswered).toContain("against sham needles through the skin");
    expect(lone.sentence).toContain(lone.unanswered);
  });
});

describe("several effects of a trial", () => {
  const trial = (sham: number, waiting: number): PrintedTrial => ({ against: { sham, "waiting-list": waiting } });
  const tables = printing(trial(0.1, 0.7), trial(0.3, 0.9), trial(0.5, 1.1), trial(0.3, 0.9));

  test("a difference that every trial shows is found, by a multilevel model", () => {
    const answer = askModifier(tables, "comparator");
    expect(answer).toMatchObject({ model: "multilevel", effects: 8, trials: 4 });
    expect(answer.levels.map(({ level, estimate }) => [level, estimate])).toEqual([
      ["sham", expect.closeTo(0.3, 8)],
      ["no treatment", expect.closeTo(0.9, 8)],
    ]);
    expect(answer.differences[0]!.estimate).toBeCloseTo(0.6, 8);
    expect(answer.choices.correlation).toBe(0.5);
  });

  test("trials that agree exactly do not make it more precise than their sampling errors, which the correlation makes", () => {
    const seAt = (correlation: number) => askModifier(tables, "comparator", { correlation }).differences[0]!.ci!.se;
    for (const correlation of [0, 0.5, 0.9]) {
      const ofOneTrial = Math.sqrt(0.01 + 0.01 - 2 * correlation * 0.01);
      expect(seAt(correlation)).toBeCloseTo(ofOneTrial / 2, 5);
    }
  });
});

describe("a dose", () => {
  const line = (sessions: number) => 0.1 + 0.02 * sessions;
  const against = (sessions: number): PrintedTrial => ({
    sessions: exactly(sessions),
    against: { sham: line(sessions) },
  });
  const untreated = (sessions: number): PrintedTrial => ({
    sessions: exactly(sessions),
    against: { "usual-care": line(sessions) + 0.4 },
  });

  test("the slope is told by a step, and the line at its ends", () => {
    const answer = askModifier(printing(...[4, 8, 12, 20].map(against)), "sessions");
    expect(answer.moderators).toBe("~ sessions");
    expect(answer.differences[0]).toMatchObject({ name: "5 more sessions", estimate: expect.closeTo(0.1, 10) });
    expect(answer.levels.map(({ level, estimate }) => [level, estimate])).toEqual([
      ["4", expect.closeTo(0.18, 10)],
      ["20", expect.closeTo(0.5, 10)],
    ]);
  });

  test("trials against sham and against no treatment have each their own mean", () => {
    const answer = askModifier(printing(...[4, 8, 12].map(against), ...[12, 16, 20].map(untreated)), "sessions");
    expect(answer.moderators).toBe("~ sessions + untreated");
    expect(answer.differences[0]!.estimate).toBeCloseTo(0.1, 10);
    expect(answer.levels.map(({ estimate }) => estimate)).toEqual([expect.closeTo(0.18, 10), expect.closeTo(0.5, 10)]);
  });

  test("no answer where it goes with the comparator, or but for one trial does not differ, or trials are too few", () => {
    const why = (...trials: PrintedTrial[]) => askModifier(printing(...trials), "sessions").unanswered;
    expect(why(against(8), against(8), untreated(12), untreated(12))).toMatch(/do not tell it from what/);
    expect(why(against(8), against(8), against(8), against(12))).toMatch(/but for one at most, have the same/);
    expect(why(against(8), against(12))).toMatch(/but for one at most/);
    expect(why(against(8), against(10), untreated(12))).toBe("3 trials are too few for a model of 3 coefficients");
    expect(why({ against: { active: 1 } })).toBe("no trial has such an effect");
  });
});

describe("what the sentence says", () => {
  const far = shams.map((shamType, i): PrintedTrial => ({ shamType, se: 0.02, against: { sham: i < 2 ? 0.1 : 1.1 } }));

  test("a difference far beyond chance, and that it need not be the cause", () => {
    const { test: tested, sentence } = askModifier(printing(...far), "sham-skin");
    expect(tested!.pHolm).toBeLessThan(0.05);
    expect(sentence).toMatch(/a difference of −1\.00 .* differ with it by more than chance .* other things too\.$/);
  });

  test("no difference: not shown, nor that there is none, and what would have been found", () => {
    const same = printing(...shams.map((shamType) => ({ shamType, against: { sham: 0.3 } })));
    const { sentence, differences } = askModifier(same, "sham-skin");
    expect(sentence).toMatch(/not shown \(p = 1\.00; 1\.00 adjusted for \d questions?\), nor that it does not/);
    expect(sentence).toContain(`had to be ${differences[0]!.detectable!.toFixed(2)} to be found with 80 % probability`);
  });

  test("a small p among several questions is not taken for a finding", () => {
    const doses = [4, 8, 12, 16, 20, 24];
    const needles = [5, 9, 6, 8, 7, 9];
    const tables = printing(
      ...doses.map(
        (sessions, i): PrintedTrial => ({
          sessions: exactly(sessions),
          needles: exactly(needles[i]!),
          treatment: i % 2 === 0 ? "acupuncture" : "electroacupuncture",
          conditionGroup: i % 3 === 0 ? "headache" : "low-back-pain",
          against: { sham: 0.1 + 0.0165 * sessions + (i % 2 === 0 ? 0.01 : -0.01) },
          se: 0.08,
        }),
      ),
    );
    const { test: tested, sentence, tested: questions } = askModifier(tables, "sessions");
    expect(tested!.p).toBeLessThan(0.05);
    expect(tested!.pHolm).toBeGreaterThan(0.05);
    expect(sentence).toContain(
      `adjusted for ${questions} questions): among so many questions such a p may come by chance`,
    );
  });
});

test("the detectable difference would have been found with the power asked for, from the interval's own standard error", () => {
  const trials = shams.flatMap((shamType) =>
    [1, 2, 3].map((step): PrintedTrial => ({ shamType, against: { sham: step / 10 } })),
  );
  const [difference] = askModifier(printing(...trials), "sham-skin", { power: 0.7 }).differences;
  const { se, df } = difference!.ci!;
  expect(df).toBe(10);
  const ncp = difference!.detectable! / se;
  expect(noncentralTCdf(tQuantile(0.975, 10), { df: 10, ncp }, { upper: true })).toBeCloseTo(0.7, 10);
});

test("refuses what cannot be asked", () => {
  const tables = printing({ against: { sham: 0.3 } });
  const code = (expected: string) => expect.objectContaining({ code: expected });
  expect(() => askModifier(tables, "weather" as never)).toThrow(code("UNKNOWN_CHOICE"));
  expect(() => askModifiers(tables, { outcome: "mood" as never })).toThrow(code("UNKNOWN_CHOICE"));
  expect(() => askModifiers(tables, { rho: 0.5 } as never)).toThrow(code("UNKNOWN_OPTION"));
  expect(() => askModifiers(tables, null as never)).toThrow(code("WRONG_ARGUMENT"));
  expect(() => askModifiers(null as never)).toThrow(code("WRONG_ARGUMENT"));
  for (const wrong of [{ correlation: 1 }, { correlation: -0.1 }, { level: 1 }, { power: 0.2 }, { level: Number.NaN }])
    expect(() => askModifiers(tables, wrong)).toThrow(code("OPTION_OUT_OF_RANGE"));
  expect(() => askModifiers(tables, { conditions: ["mood"] as never })).toThrow(code("BAD_QUESTION"));
});
