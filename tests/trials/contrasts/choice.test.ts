import { type Answer, contrasts } from "@acumeta/trials";
import { expect, test } from "vitest";
import { question, synthetic, twoArms } from "./synthetic.js";

const at = (week: number | null, scale = "VAS-100") => [
  { arm: "real", mean: 30, sd: 20, week, scale },
  { arm: "sham", mean: 40, sd: 20, week, scale },
];
const weekOf = ({ effects }: Answer) => effects[0]?.provenance.week;

test.each([
  { weeks: [2, 6, 12], target: 8, chosen: 6 },
  { weeks: [4, 12], target: 8, chosen: 4 },
  { weeks: [12, 4], target: 8, chosen: 4 },
  { weeks: [0, 13, 12], target: 1, chosen: 12 },
])(
  "of weeks $weeks the one nearest $target inside 1 to 12 is $chosen, ties to the earlier",
  ({ weeks, target, chosen }) => {
    const answer = contrasts(
      twoArms(weeks.flatMap((week) => at(week))),
      question({ window: { from: 1, to: 12, target } }),
    );
    expect(weekOf(answer)).toBe(chosen);
  },
);

test("a week that only one side has is passed over", () => {
  expect(weekOf(contrasts(twoArms([...at(8).slice(0, 1), ...at(2)]), question()))).toBe(2);
});

test("of several scales the one with most arms is taken, then the nearest week, then the first in the file", () => {
  const arms = [
    { arm: "real", kind: "acupuncture" as const },
    { arm: "electro", kind: "electroacupuncture" as const },
    { arm: "sham", kind: "sham" as const },
  ];
  const electro = { arm: "electro", mean: 35, sd: 20, week: 2, scale: "NRS-10" };
  const scaleOf = (outcomes: Parameters<typeof twoArms>[0]) =>
    contrasts(synthetic({ arms, outcomes: outcomes ?? [] }), question()).effects[0]?.provenance;
  expect(scaleOf([...at(8), ...at(2, "NRS-10"), electro])?.scale).toBe("NRS-10");
  expect(scaleOf([...at(2), ...at(8, "NRS-10")])?.scale).toBe("NRS-10");
  expect(scaleOf([...at(8), ...at(8, "NRS-10")])?.scale).toBe("VAS-100");
  expect(scaleOf([...at(8), ...at(8, "NRS-10")])?.assumptions.join()).toMatch(/not NRS-10/);
});

const threeArms = [
  { arm: "real", kind: "acupuncture" as const },
  { arm: "electro", kind: "electroacupuncture" as const },
  { arm: "sham", kind: "sham" as const },
];
const threeMeans = [
  { arm: "real", mean: 30, sd: 20, n: 50 },
  { arm: "electro", mean: 36, sd: 10, n: 30 },
  { arm: "sham", mean: 40, sd: 20, n: 60 },
];

test("several arms of one side are combined to one group, by the Cochrane formula", () => {
  const { effects } = contrasts(
    synthetic({ arms: threeArms, outcomes: threeMeans }),
    question({ measure: "MD", scale: "VAS-100" }),
  );
  const mean = (50 * 30 + 30 * 36) / 80;
  const variance = (49 * 400 + 29 * 100 + ((50 * 30) / 80) * 36) / 79;
  expect(effects).toHaveLength(1);
  expect(effects[0]?.yi).toBeCloseTo(40 - mean, 10);
  expect(effects[0]?.vi).toBeCloseTo(variance / 80 + 400 / 60, 10);
  expect(effects[0]?.arms).toEqual(["t1/real", "t1/electro", "t1/sham"]);
});

test("kept separate they give one effect for each pair, and the arm they share is visible", () => {
  const { effects } = contrasts(synthetic({ arms: threeArms, outcomes: threeMeans }), question({ arms: "separate" }));
  expect(effects.map(({ study }) => study)).toEqual([
    "Synthetic 2000: real vs sham",
    "Synthetic 2000: electro vs sham",
  ]);
  expect(effects.map(({ arms }) => arms)).toEqual([
    ["t1/real", "t1/sham"],
    ["t1/electro", "t1/sham"],
  ]);
});

test.each(["combine", "separate"] as const)("a pooled arm and its parts are never counted together (%s)", (arms) => {
  const pooled = { arm: "acupuncture-pooled", kind: "acupuncture" as const };
  const all = [...threeArms, pooled];
  const pooledMean = { arm: "acupuncture-pooled", mean: 32, sd: 18, n: 80 };
  const both = contrasts(synthetic({ arms: all, outcomes: [...threeMeans, pooledMean] }), question({ arms }));
  expect(both.effects.flatMap((effect) => effect.arms)).not.toContain("t1/acupuncture-pooled");
  const alone = contrasts(synthetic({ arms: all, outcomes: [threeMeans[2]!, pooledMean] }), question({ arms }));
  expect(alone.effects.map((effect) => effect.arms)).toEqual([["t1/acupuncture-pooled", "t1/sham"]]);
  expect(alone.effects[0]?.provenance.assumptions).toEqual(["acupuncture-pooled stands for the arms it pools"]);
});

test("an arm that also received an active treatment is compared only with that treatment", () => {
  const arms = [
    { arm: "real", kind: "acupuncture" as const },
    { arm: "real+drug", kind: "acupuncture" as const },
    { arm: "drug", kind: "active" as const },
    { arm: "sham", kind: "sham" as const },
  ];
  const outcomes = arms.map(({ arm }) => ({ arm, mean: 40, sd: 20 }));
  const vsSham = contrasts(synthetic({ arms, outcomes }), question()).effects[0];
  expect(vsSham?.arms).toEqual(["t1/real", "t1/sham"]);
  expect(vsSham?.provenance.assumptions.join()).toMatch(/real\+drug left out/);
  const vsDrug = question({ comparator: ["active"] });
  expect(contrasts(synthetic({ arms, outcomes }), vsDrug).effects[0]?.arms).toEqual(["t1/real", "t1/drug"]);
  const onlyAddOn = synthetic({ arms: arms.slice(1), outcomes: outcomes.slice(1) });
  expect(contrasts(onlyAddOn, vsDrug).effects[0]?.arms).toEqual(["t1/real+drug", "t1/drug"]);
  const vsBoth = question({ comparator: ["active", "sham"], arms: "separate" });
  expect(contrasts(synthetic({ arms, outcomes }), vsBoth).effects.map((effect) => effect.arms)).toEqual([
    ["t1/real", "t1/drug"],
    ["t1/real", "t1/sham"],
    ["t1/real+drug", "t1/drug"],
  ]);
  const addOnAlone = contrasts(synthetic({ arms: arms.slice(1), outcomes: outcomes.slice(1) }), question());
  expect(addOnAlone.notUsed[0]?.code).toBe("CONFOUNDED_ARM");
});

test("a trial of three kinds of arms answers each question once, each with its own two sides", () => {
  const arms = [...threeArms.slice(0, 1), threeArms[2]!, { arm: "none", kind: "no-treatment" as const }];
  const outcomes = arms.map(({ arm }, i) => ({ arm, mean: 30 + 10 * i, sd: 20 }));
  const trials = synthetic({ arms, outcomes });
  const sidesOf = (treatment: "acupuncture" | "sham", comparator: "sham" | "no-treatment") =>
    contrasts(trials, question({ treatment: [treatment], comparator: [comparator] })).effects.map((one) => one.arms);
  expect(sidesOf("acupuncture", "sham")).toEqual([["t1/real", "t1/sham"]]);
  expect(sidesOf("acupuncture", "no-treatment")).toEqual([["t1/real", "t1/none"]]);
  expect(sidesOf("sham", "no-treatment")).toEqual([["t1/sham", "t1/none"]]);
});

test("rows passed over because nothing says which end of their scale is good are named among the assumptions", () => {
  const passedOver = /rows on unheard-of passed over/;
  const sides = { armsA: ["real"], armsB: ["sham"] };
  const assumptionsOf = (answer: Answer) => answer.effects[0]?.provenance.assumptions.join() ?? "no effect";
  const skipped = { ...sides, scale: "unheard-of" };
  const contrastThenMeans = question({ prefer: ["contrast", "endpoint"] });
  expect(assumptionsOf(contrasts(twoArms(at(8), [skipped]), contrastThenMeans))).toMatch(passedOver);
  expect(assumptionsOf(contrasts(twoArms([], [skipped, { ...sides, week: 4 }]), question()))).toMatch(passedOver);
  expect(assumptionsOf(contrasts(twoArms(at(8), [skipped]), question()))).toBe("");
});

test("those passed over for an arm that stands for others are named as well", () => {
  const pooled = { arm: "acupuncture-pooled", kind: "acupuncture" as const };
  const trials = synthetic({
    arms: [...threeArms, pooled],
    outcomes: [threeMeans[2]!, { arm: "acupuncture-pooled", mean: 32, sd: 18, n: 80 }],
    contrasts: [{ armsA: ["real"], armsB: ["sham"], scale: "unheard-of" }],
  });
  const [effect] = contrasts(trials, question({ prefer: ["endpoint", "contrast"] })).effects;
  expect(effect?.arms).toEqual(["t1/acupuncture-pooled", "t1/sham"]);
  expect(effect?.provenance.assumptions.join()).toMatch(/rows on unheard-of passed over/);
});

test("arms that disagree on which end of their scale is good are not compared", () => {
  const trials = synthetic({
    arms: [
      { arm: "real", kind: "acupuncture" },
      { arm: "sham", kind: "sham" },
    ],
    outcomes: [
      { arm: "real", mean: 40, sd: 20, better: "lower" },
      { arm: "sham", mean: 50, sd: 20, better: "higher" },
    ],
  });
  expect(contrasts(trials, question()).notUsed[0]?.code).toBe("NO_DIRECTION");
});
