import { contrasts, type NotUsed, type Question, type Trials } from "@acumeta/trials";
import { expect, test } from "vitest";
import { question, synthetic, twoArms } from "./synthetic.js";

function reason(trials: Trials, changes: Partial<Question> = {}): NotUsed {
  const { effects, notUsed } = contrasts(trials, question(changes));
  expect(effects).toEqual([]);
  expect(notUsed).toHaveLength(1);
  return notUsed[0]!;
}

const both = (changes: object) =>
  twoArms([
    { arm: "real", mean: 30, sd: 20, ...changes },
    { arm: "sham", mean: 40, sd: 20, ...changes },
  ]);
const noRandomised = (trials: Trials) => ({
  ...trials,
  arms: trials.arms.map((arm) => ({ ...arm, nRandomised: null })),
});
const printed = (changes: object) => twoArms([], [{ armsA: ["real"], armsB: ["sham"], ...changes }]);
const sham = { arm: "sham", kind: "sham" as const };

test.each<[string, Trials, Partial<Question>, RegExp]>([
  ["OTHER_CONDITION", both({}), { conditions: ["neck-pain"] }, /about chronic low back pain \(low-back-pain\)/],
  ["NO_TREATMENT_ARM", synthetic({ arms: [sham] }), {}, /No arm of kind acupuncture.*sham \(sham\)/],
  ["NO_COMPARATOR_ARM", both({}), { comparator: ["waiting-list"] }, /No arm of kind waiting-list/],
  ["OUTCOME_NOT_REPORTED", both({}), { outcome: "disability" }, /No row of disability/],
  ["OUTCOME_NOT_REPORTED", printed({ armsA: ["real", "elsewhere"] }), {}, /No row of pain/],
  ["SOURCE_NOT_ASKED", both({}), { prefer: ["change"] }, /Not reported as change/],
  ["WRONG_SCALE", both({}), { scale: "NRS-10" }, /Reported on VAS-100; the question asks for NRS-10/],
  ["WRONG_MEASURE", printed({ measure: "HR" }), {}, /HR of VAS-100, which gives no SMD/],
  ["WRONG_MEASURE", printed({ measure: "MedianD" }), { measure: "MD", scale: "VAS-100" }, /MedianD/],
  ["UNPOOLABLE_ROW", both({ unpoolable: "median" }), {}, /VAS-100 at week 8 \(median\)/],
  ["UNPOOLABLE_ROW", printed({ unpoolable: "direction-unsure" }), {}, /direction-unsure/],
  ["LOW_TRUST", both({ trust: "low" }), { minimumTrust: "medium" }, /less than medium/],
  ["NO_WEEK", both({ week: null }), {}, /No week is printed/],
  ["NO_WEEK", printed({ week: null }), {}, /No week is printed/],
  ["OUTSIDE_WINDOW", both({ week: 26 }), {}, /Reported at week 26; the question asks for weeks 1 to 12/],
  ["NO_DIRECTION", printed({ scale: "unheard-of" }), {}, /which end of unheard-of/],
  ["ONE_SIDE_ONLY", twoArms([{ arm: "real", mean: 30, sd: 20 }]), {}, /in the window for real/],
  ["NO_NUMBERS", both({ mean: null }), {}, /numbers that SMD needs/],
  ["NO_NUMBERS", both({}), { measure: "RD" }, /numbers that RD needs/],
  ["NO_SPREAD", both({ sd: null }), {}, /without SD, SE or confidence interval: means of VAS-100 at week 8/],
  ["NO_SPREAD", both({ sd: 0 }), {}, /means of VAS-100 at week 8/],
  ["NO_SPREAD", printed({ ciLower: null, ciUpper: null }), {}, /a difference of VAS-100 at week 8/],
  ["NO_N", noRandomised(both({ n: null })), {}, /number of patients per arm/],
  ["NO_N", noRandomised(printed({ nA: null })), {}, /number of patients per arm/],
  ["NO_EVENTS", both({ events: 0, total: 50 }), { measure: "logRR" }, /ratio is undefined/],
  ["NO_EVENTS", both({ events: 50, total: 50 }), { measure: "logOR" }, /ratio is undefined/],
])("%s: %#", (code, trials, changes, text) => {
  const { trialId, code: given, reason: sentence } = reason(trials, changes);
  expect({ trialId, given }).toEqual({ trialId: "t1", given: code });
  expect(sentence).toMatch(text);
});

test("the reason is the most specific one: near the answer, not the first met", () => {
  const trials = twoArms([
    { arm: "real", mean: 30, sd: 20, week: 26 },
    { arm: "sham", mean: 40, sd: 20, week: 26 },
    { arm: "real", mean: 30 },
    { arm: "sham", mean: 40 },
  ]);
  expect(reason(trials).code).toBe("NO_SPREAD");
});

test("a risk difference needs no n and no event; a mean difference printed with its interval needs no n", () => {
  const zero = contrasts(both({ events: 0, total: 50 }), question({ measure: "RD" })).effects[0];
  expect(zero?.yi).toBe(0);
  expect(zero?.vi).toBeGreaterThan(0);
  const md = contrasts(noRandomised(printed({ nA: null, nB: null })), question({ measure: "MD", scale: "VAS-100" }));
  expect(md.effects[0]?.yi).toBe(10);
  expect(md.effects[0]).not.toHaveProperty("n");
});
