import { type Answer, contrasts, type TrialEffect } from "@acumeta/trials";
import { expect, test } from "vitest";
import { question, twoArms } from "./synthetic.js";

/** g of groups of 50 with a common SD of 20 and means 10 apart: J(98) · 0.5, J = 1 − 3/(4·98 − 1) to four digits. */
const g = 0.5 * (1 - 3 / (4 * 98 - 1));

function only(answer: Answer): TrialEffect {
  expect(answer.notUsed).toEqual([]);
  expect(answer.effects).toHaveLength(1);
  return answer.effects[0]!;
}

const endpoint = [
  { arm: "real", mean: 30, sd: 20 },
  { arm: "sham", mean: 40, sd: 20 },
];

test("endpoint means: a lower pain score in the treated group is a positive effect", () => {
  const effect = only(contrasts(twoArms(endpoint), question()));
  expect(effect.yi).toBeCloseTo(g, 4);
  expect(effect.vi).toBeCloseTo(0.02 + 0.02 + g ** 2 / 200, 5);
  expect(effect).toMatchObject({ study: "Synthetic 2000", measure: "SMD", n: 100, arms: ["t1/real", "t1/sham"] });
  expect(effect.provenance).toMatchObject({ source: "endpoint", scale: "VAS-100", week: 8, trust: "high" });
  expect(effect.provenance.rows.map(({ file, line }) => `${file}:${line}`)).toEqual([
    "outcomes.csv:2",
    "outcomes.csv:3",
  ]);
  expect(effect.provenance.rules.join()).toMatch(/sign reversed/);
});

test("on a scale where higher is better the sign stays", () => {
  const rows = endpoint.map((row) => ({ ...row, better: "higher" as const }));
  const effect = only(contrasts(twoArms(rows), question()));
  expect(effect.yi).toBeCloseTo(-g, 4);
  expect(effect.provenance.rules.join()).not.toMatch(/sign reversed/);
});

test("an SD is taken from the SE, and from the interval of the mean", () => {
  const se = 20 / Math.sqrt(50);
  const halfWidth = 2.009575 * se; // t(0.975, 49)
  const effect = only(
    contrasts(
      twoArms([
        { arm: "real", mean: 30, se },
        { arm: "sham", mean: 40, ciLower: 40 - halfWidth, ciUpper: 40 + halfWidth },
      ]),
      question(),
    ),
  );
  expect(effect.yi).toBeCloseTo(g, 4);
  expect(effect.provenance.rules.slice(0, 2).join()).toMatch(/real: SD from SE.*sham: SD from n and SE/);
});

test("the number randomised stands in for n, as a stated assumption", () => {
  const effect = only(contrasts(twoArms(endpoint.map((row) => ({ ...row, n: null }))), question()));
  expect(effect.n).toBe(100);
  expect(effect.provenance.assumptions).toHaveLength(2);
  expect(effect.provenance.assumptions[0]).toMatch(/n randomised \(50\).*real/);
});

test("endpoint scores are preferred to change scores, and the other way round when asked", () => {
  const both = [
    ...endpoint,
    { arm: "real", kind: "change" as const, mean: -25, sd: 25 },
    { arm: "sham", kind: "change" as const, mean: -10, sd: 25 },
  ];
  expect(only(contrasts(twoArms(both), question())).provenance.source).toBe("endpoint");
  const change = only(contrasts(twoArms(both), question({ prefer: ["change", "endpoint"] })));
  expect(change.provenance.source).toBe("change");
  expect(change.yi).toBeCloseTo(0.6 * (1 - 3 / 391), 4);
  expect(change.provenance.assumptions.join()).toMatch(/SD of change scores/);
});

test("endpoint and change scores are never mixed in one effect", () => {
  const mixed = [endpoint[0]!, { arm: "sham", kind: "change" as const, mean: -10, sd: 25 }];
  const { effects, notUsed } = contrasts(twoArms(mixed), question());
  expect(effects).toEqual([]);
  expect(notUsed[0]?.code).toBe("ONE_SIDE_ONLY");
});

test("a printed mean difference becomes the SMD that its interval implies", () => {
  const halfWidth = 1.984467 * 20 * Math.sqrt(2 / 50); // t(0.975, 98), SD 20
  const difference = {
    armsA: ["real"],
    armsB: ["sham"],
    effect: -10,
    ciLower: -10 - halfWidth,
    ciUpper: -10 + halfWidth,
  };
  const effect = only(contrasts(twoArms([], [difference]), question()));
  expect(effect.yi).toBeCloseTo(g, 4);
  expect(effect.vi).toBeCloseTo(0.04 + g ** 2 / 200, 5);
  expect(effect.provenance).toMatchObject({ source: "contrast", armsA: ["real"], armsB: ["sham"] });

  const exchanged = {
    ...difference,
    armsA: ["sham"],
    armsB: ["real"],
    effect: 10,
    ciLower: 10 - halfWidth,
    ciUpper: 10 + halfWidth,
  };
  expect(only(contrasts(twoArms([], [exchanged]), question())).yi).toBeCloseTo(g, 4);
});

test("a printed SMD is used as it is; an interval that is not symmetric is said to be so", () => {
  const printed = {
    armsA: ["real"],
    armsB: ["sham"],
    measure: "SMD" as const,
    effect: -0.3,
    ciLower: -0.6,
    ciUpper: -0.1,
  };
  const effect = only(contrasts(twoArms([], [printed]), question()));
  expect(effect.yi).toBe(0.3);
  expect(effect.vi).toBeCloseTo((0.5 / 3.919928) ** 2, 8);
  expect(effect.provenance.assumptions.join()).toMatch(/not symmetric/);
});

test("differences that share a comparator become one effect, the comparator counted once, from either side", () => {
  const trials = twoArms(
    [],
    [
      { armsA: ["real"], armsB: ["sham"], effect: -10, ciLower: -15, ciUpper: -5, nA: 50, nB: 40, trust: "medium" },
      { armsA: ["electro"], armsB: ["sham"], effect: -2, ciLower: -8, ciUpper: 4, nA: 30, nB: 40 },
    ],
  );
  const electro = { ...trials.arms[0]!, arm: "electro", kind: "electroacupuncture" as const };
  const all = { ...trials, arms: [...trials.arms, electro] };
  const asked = question({ measure: "MD", scale: "VAS-100" });
  const effect = only(contrasts(all, asked));
  expect(effect.yi).toBeCloseTo((50 * 10 + 30 * 2) / 80, 10);
  expect(effect.n).toBe(120);
  expect(effect.arms).toEqual(["t1/real", "t1/electro", "t1/sham"]);
  expect(effect.provenance.trust).toBe("medium");
  const back = only(contrasts(all, { ...asked, treatment: asked.comparator, comparator: asked.treatment }));
  expect(back.yi).toBeCloseTo(-effect.yi, 10);
  expect(back.vi).toBeCloseTo(effect.vi, 10);
});

test("a difference printed the other way round brings its n with it", () => {
  const there = { armsA: ["real"], armsB: ["sham"], nA: 80, nB: 20 };
  const back = { armsA: ["sham"], armsB: ["real"], effect: 10, ciLower: 5, ciUpper: 15, nA: 20, nB: 80 };
  const trials = twoArms([], [there]);
  const electro = [{ ...trials.arms[0]!, arm: "electro" }, ...trials.arms];
  const second = { armsA: ["electro"], armsB: ["sham"], effect: -20, ciLower: -25, ciUpper: -15, nA: 40, nB: 20 };
  const answers = [there, back].map((first) =>
    only(contrasts({ ...twoArms([], [first, second]), arms: electro }, question())),
  );
  expect(answers[0]?.n).toBe(140);
  expect(answers[1]?.yi).toBeCloseTo(answers[0]?.yi ?? Number.NaN, 10);
  expect(answers[1]?.vi).toBeCloseTo(answers[0]?.vi ?? Number.NaN, 10);
});

const responders = [
  { arm: "real", outcome: "responders" as const, better: "higher" as const, kind: null, events: 30, total: 50 },
  { arm: "sham", outcome: "responders" as const, better: "higher" as const, kind: null, events: 20, total: 50 },
];

test.each([
  ["logRR", Math.log(30 / 20), 1 / 30 - 1 / 50 + 1 / 20 - 1 / 50],
  ["logOR", Math.log((30 * 30) / (20 * 20)), 1 / 30 + 1 / 20 + 1 / 20 + 1 / 30],
  ["RD", 0.2, (2 * 0.24) / 50],
] as const)("responders give %s, positive in favour of the treatment", (measure, yi, vi) => {
  const effect = only(contrasts(twoArms(responders), question({ outcome: "responders", measure })));
  expect(effect.yi).toBeCloseTo(yi, 10);
  expect(effect.vi).toBeCloseTo(vi, 10);
  expect(effect.n).toBe(100);
});

test("fewer adverse events are a positive effect: the sign is reversed and said to be", () => {
  const adverse = responders.map((row) => ({ ...row, outcome: "adverse-events" as const, better: "lower" as const }));
  const effect = only(contrasts(twoArms(adverse), question({ outcome: "adverse-events", measure: "logRR" })));
  expect(effect.yi).toBeCloseTo(-Math.log(1.5), 10);
  expect(effect.provenance.rules.join()).toMatch(/sign reversed/);
});

test("responders become an SMD only on request, and only where there are no scores", () => {
  expect(contrasts(twoArms(responders), question()).notUsed[0]?.code).toBe("OUTCOME_NOT_REPORTED");
  const effect = only(contrasts(twoArms(responders), question({ respondersAsSmd: true })));
  expect(effect.yi).toBeCloseTo((Math.log(2.25) * Math.sqrt(3)) / Math.PI, 10);
  expect(effect.provenance.source).toBe("responders");
  const withScores = contrasts(twoArms([...responders, ...endpoint]), question({ respondersAsSmd: true }));
  expect(only(withScores).provenance.source).toBe("endpoint");
});

test("printed ratios are pooled as logarithms, percentage points as fractions", () => {
  const of = (measure: "RR" | "OR" | "RD%", effect: number, ciLower: number, ciUpper: number) =>
    twoArms(
      [],
      [{ armsA: ["real"], armsB: ["sham"], outcome: "responders", scale: "resp", measure, effect, ciLower, ciUpper }],
    );
  const higher = (trials: ReturnType<typeof twoArms>) => ({
    ...trials,
    scales: [{ ...trials.scales[0]!, scale: "resp", better: "higher" as const }],
  });
  const ask = (measure: "logRR" | "logOR" | "RD", trials: ReturnType<typeof twoArms>) =>
    only(contrasts(higher(trials), question({ outcome: "responders", measure })));
  expect(ask("logRR", of("RR", 2, 1, 4)).yi).toBeCloseTo(Math.log(2), 10);
  expect(ask("logRR", of("RR", 2, 1, 4)).vi).toBeCloseTo((Math.log(4) / 3.919928) ** 2, 8);
  expect(ask("logOR", of("OR", 3, 1, 9)).yi).toBeCloseTo(Math.log(3), 10);
  expect(ask("RD", of("RD%", 20, 0, 40)).yi).toBeCloseTo(0.2, 10);
});
