import { multiverse, pool, type Specification } from "@acumeta/core";
import { contrasts, type Question, questionChoices, readTrials, type Trials, withModifiers } from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { question, synthetic, twoArms } from "../contrasts/synthetic.ts";

const interval = { HKSJ: { interval: "HKSJ" }, z: { interval: "z" } } as const;

function asked(trials: Trials, about: Question | string) {
  const { asked: data, choices, effectsOf } = questionChoices(trials, about);
  return multiverse(data, { choices: { ...choices, interval }, prepare: effectsOf });
}

const labels = (trials: Trials, about: Question) =>
  Object.fromEntries(
    Object.entries(questionChoices(trials, about).choices).map(([name, options]) => [name, Object.keys(options)]),
  );

const shipped = await readTrials("datasets/pain-trials");

describe("a shipped question", () => {
  test.each(shipped.questions)("$id: each combination is what its wording gives by hand", (base) => {
    const { specifications, summary } = asked(shipped, base.id);
    for (const one of specifications.filter((_, i) => i % 7 === 0)) expect(one).toMatchObject(byHand(base, one));
    for (const { analyses, specifications: all } of summary) expect(analyses.number).toBeLessThan(all.number);
  });
});

/** What a combination gives, asked by hand. */
function byHand(base: Question, { choices }: Specification): object {
  const { measure, week, source, rows, responders, sham } = choices;
  const { from, to, target } = base.window;
  const wording: Question = {
    ...base,
    ...measureOf(measure),
    window: { from, to, target: week?.startsWith("first") ? from : week?.startsWith("last") ? to : target },
    prefer: (source?.split(", then ") ?? base.prefer) as Question["prefer"],
    minimumTrust: rows?.startsWith("high") ? "high" : rows?.startsWith("without") ? "medium" : "low",
    respondersAsSmd: responders?.startsWith("as SMD") ?? false,
  };
  const { effects } = withModifiers(shipped, contrasts(shipped, wording).effects);
  const kept = effects.filter(
    ({ shamPenetrates }) =>
      sham === undefined ||
      sham === "any sham" ||
      shamPenetrates === (sham === "needles through the skin" ? "yes" : "no"),
  );
  if (kept.length === 0) return { failed: { code: "NO_EFFECTS" } };
  const { estimate, k, ci } = pool(kept, { interval: choices.interval as "z" });
  return { failed: null, estimate, k, p: ci.p, ci: { lower: ci.lower, upper: ci.upper } };
}

function measureOf(label: string | undefined): Partial<Question> {
  if (label === undefined) return {};
  const [measure, scale] = label.split(", ");
  return { measure: measure as Question["measure"], ...(scale === undefined ? {} : { scale }) };
}

describe("the choices that a question leaves", () => {
  const means = twoArms([
    { arm: "real", mean: 30, sd: 20 },
    { arm: "sham", mean: 40, sd: 20 },
  ]);

  test("about means against sham", () => {
    expect(labels(means, question())).toEqual({
      week: ["nearest week 8", "first in the window", "last in the window"],
      source: [
        "endpoint, then change, then contrast",
        "change, then endpoint, then contrast",
        "contrast, then endpoint, then change",
        "endpoint, then change",
      ],
      rows: ["all rows", "without low-rated rows", "high-rated rows alone"],
      responders: ["not used", "as SMD where no mean is printed"],
      sham: ["any sham", "needles through the skin", "nothing through the skin"],
    });
  });

  test("the question as it is comes first, and what it has settled is no choice", () => {
    const settled = question({
      comparator: ["usual-care"],
      window: { from: 4, to: 12, target: 4 },
      prefer: ["contrast"],
      minimumTrust: "medium",
      respondersAsSmd: true,
    });
    expect(labels(means, settled)).toEqual({
      week: ["nearest week 4", "last in the window"],
      rows: ["without low-rated rows", "high-rated rows alone"],
      responders: ["as SMD where no mean is printed", "not used"],
    });
  });

  test("about counts: three measures, and no responders for means", () => {
    const found = labels(
      means,
      question({ outcome: "responders", measure: "logOR", prefer: ["endpoint", "contrast"] }),
    );
    expect(found.measure).toEqual(["logOR", "logRR", "RD"]);
    expect(found).not.toHaveProperty("responders");
  });

  test("a difference on the scale that two trials share, the commonest", () => {
    const arms = ["a", "b", "c", "d", "e"].flatMap((trialId) => [
      { trialId, arm: "real", kind: "acupuncture" as const },
      { trialId, arm: "sham", kind: "sham" as const },
    ]);
    const scales = ["NRS", "NRS", "VAS-100", "VAS-100", "VAS-100"];
    const tables = synthetic({
      trials: ["a", "b", "c", "d", "e"].map((trialId) => ({ trialId, citation: trialId })),
      arms,
      outcomes: arms.map(({ trialId, arm }, i) => ({ trialId, arm, scale: scales[i >> 1]!, mean: 30 + i, sd: 10 })),
    });
    expect(labels(tables, question()).measure).toEqual(["SMD", "MD, VAS-100"]);
    expect(labels(tables, question({ measure: "MD", scale: "NRS" })).measure).toEqual(["MD, NRS", "SMD"]);
    const { summary } = asked(tables, question({ measure: "MD", scale: "NRS" }));
    expect(summary.map(({ measure, largest }) => [measure, largest.k])).toEqual([
      ["MD", 2],
      ["SMD", 5],
    ]);
  });
});

test("effects go without provenance, so that the same numbers found another way are the same data", () => {
  const trials = twoArms([
    { arm: "real", mean: 30, sd: 20, trust: "low" },
    { arm: "sham", mean: 40, sd: 20, trust: "low" },
    { arm: "real", mean: 31, sd: 20, week: 9 },
    { arm: "sham", mean: 40, sd: 20, week: 9 },
  ]);
  const { asked: data, choices, effectsOf } = questionChoices(trials, question());
  const [effect] = effectsOf(data);
  expect(Object.keys(effect!)).not.toContain("provenance");
  expect(effect).toMatchObject({ trial: "t1", yi: contrasts(trials, question()).effects[0]!.yi });
  const { specifications } = multiverse(data, {
    choices: { rows: choices.rows!, source: choices.source! },
    prepare: effectsOf,
  });
  expect(specifications.map((one) => one.dataset)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2]);
});

test("a choice of one's own goes among them", () => {
  const trials = twoArms([
    { arm: "real", mean: 30, sd: 20 },
    { arm: "sham", mean: 40, sd: 20 },
  ]);
  const { asked: data, effectsOf } = questionChoices(trials, question());
  const without = (name: string) => (state: typeof data) => ({
    ...state,
    keep: [...state.keep, ({ trial }: { trial: string }) => trial !== name],
  });
  const choices = { trials: { all: null, "without t1": without("t1"), "without t2": without("t2") } };
  const { specifications } = multiverse(data, { choices, prepare: effectsOf });
  expect(specifications.map(({ failed }) => failed?.code)).toEqual([undefined, "NO_EFFECTS", undefined]);
});

test.each([
  ["an id that no question has", "no/such/question", "UNKNOWN_QUESTION"],
  ["a question that can't be asked", question({ measure: "MD" }), "MD_NEEDS_SCALE"],
])("%s is refused", (_, about, code) => {
  expect(() => questionChoices(twoArms([]), about)).toThrow(expect.objectContaining({ code }));
});
