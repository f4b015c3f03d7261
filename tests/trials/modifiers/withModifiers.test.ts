import { contrasts, modifierNames, readTrials, type TrialEffect, type Trials, withModifiers } from "@acumeta/trials";
import { describe, expect, test } from "vitest";
import { question, type SyntheticTables, synthetic, twoArms } from "../contrasts/synthetic.ts";

const trials = await readTrials("datasets/pain-trials");

/** A synthetic effect of these arms: only where it comes from matters. */
function effectOf(trialId: string, armsA: readonly string[], armsB: readonly string[], week = 8): TrialEffect {
  const provenance = { trialId, armsA, armsB, source: "endpoint", scale: "VAS-100", week } as const;
  return {
    study: trialId,
    measure: "SMD",
    yi: 0.1,
    vi: 0.01,
    arms: [],
    provenance: { ...provenance, trust: "high", rows: [], rules: [], assumptions: [] },
  };
}

const read = (tables: Trials, ...effect: Parameters<typeof effectOf>) =>
  withModifiers(tables, [effectOf(...effect)]).effects[0]!;

describe("the sham of shipped trials", () => {
  test.each([
    ["brinkhaus-2006", ["minimal"], "yes", "elsewhere"],
    ["zheng-2022", ["superficial"], "yes", "same"],
    ["guerra-2004", ["placebo"], "no", null],
    ["inoue-2006", ["sham"], "no", "same"],
    ["xu-2020-migraine", ["sham"], "no", "elsewhere"],
    ["tu-2024", ["sham"], null, null],
    ["yuan-2016", ["sham"], null, "same"],
    ["assefi-2005", ["simulated"], "no", null],
    ["assefi-2005", ["sham-needling", "simulated"], null, null],
    ["itoh-2006", ["sham"], "no", null],
    ["vas-2012", ["sham"], null, null],
  ])("%s %s: through the skin %s, points %s", (trialId, shams, skin, place) => {
    const { shamPenetrates, shamPoints } = read(trials, trialId, ["acupuncture"], shams);
    expect([shamPenetrates, shamPoints]).toEqual([skin, place]);
  });
});

describe("the words of a sham", () => {
  test.each([
    ["needles that do not go in", null, null],
    ["superficial needling", null, null],
    ["penetrating, at non-acupuncture points", "yes", "elsewhere"],
    ["non-penetrating needles at the same five points", "no", "same"],
    ["Non-insertive sham at verum points", "no", "same"],
    ["penetrating in half of the patients, non-penetrating in the others", null, null],
    ["at non-acupoints, or at the same points", null, null],
    ["mock TENS", "no", null],
    ["sham laser at irrelevant points", "no", "elsewhere"],
  ])("%s", (shamType, skin, place) => {
    const arms = [
      { arm: "real", kind: "acupuncture" },
      { arm: "sham", kind: "sham" },
    ] as const;
    const effect = read(synthetic({ trials: [{ shamType }], arms }), "t1", ["real"], ["sham"]);
    expect([effect.shamPenetrates, effect.shamPoints]).toEqual([skin, place]);
    expect(effect.modifierRules).toHaveLength([skin, place].filter((value) => value !== null).length);
  });
});

test("current: by the arms compared, an arm that stands for both kinds is unknown", () => {
  const carlsson = (...arms: string[]) => read(trials, "carlsson-2001", arms, ["placebo"]).electro;
  expect(["manual", "electro", "acupuncture-pooled"].map((arm) => carlsson(arm))).toEqual(["no", "yes", null]);
  expect(carlsson("manual", "electro")).toBeNull();
  expect(read(trials, "meng-2003", ["acupuncture"], ["usual-care"]).electro).toBe("yes");
});

test("the comparator by the kinds of its arms, unknown where they differ", () => {
  const arms = ["no-treatment", "waiting-list", "usual-care", "active", "sham"].map((kind) => ({ arm: kind, kind }));
  const tables = synthetic({ arms: [{ arm: "real", kind: "acupuncture" }, ...arms] as SyntheticTables["arms"] });
  const against = (...others: string[]) => read(tables, "t1", ["real"], others).comparator;
  expect(arms.map(({ arm }) => against(arm))).toEqual([
    "no treatment",
    "no treatment",
    "usual care",
    "another treatment",
    "sham",
  ]);
  expect(against("no-treatment", "waiting-list")).toBe("no treatment");
  expect(against("no-treatment", "usual-care")).toBeNull();
});

test("doses: a range by its middle, said so; weeks count from the last of treatment", () => {
  const range = (low: number, high = low) => ({ low, high });
  const doses = { sessions: range(8, 15), needles: range(10), minutes: null, weeks: range(5, 6) };
  const tables = synthetic({ arms: twoArms([]).arms, trials: [doses] });
  const effect = read(tables, "t1", ["real"], ["sham"], 26);
  expect(effect).toMatchObject({ sessions: 11.5, needles: 10, minutes: null, course: 5.5, week: 26, weeksAfter: 20 });
  expect(effect.modifierRules).toEqual(["sessions: middle of 8-15", "course: middle of 5-6"]);
});

test("what is unknown is counted, what has no meaning is not", () => {
  const againstSham = contrasts(trials, "all-pain/acupuncture-vs-sham/pain/short").effects;
  const untreated = contrasts(trials, "all-pain/acupuncture-vs-untreated/pain/short").effects;
  const { effects, unknown } = withModifiers(trials, againstSham);
  for (const name of modifierNames) expect(unknown[name]).toBe(effects.filter((one) => one[name] === null).length);
  expect(unknown.shamPenetrates).toBeGreaterThan(0);
  const others = withModifiers(trials, untreated);
  expect(others.effects.length).toBeGreaterThan(0);
  expect(others.effects.every(({ shamPenetrates }) => shamPenetrates === null)).toBe(true);
  expect(others.unknown).toMatchObject({ shamPenetrates: 0, shamPoints: 0 });
  const shams = contrasts(trials, "all-pain/sham-vs-untreated/pain/short").effects;
  expect(withModifiers(trials, shams).unknown.electro).toBe(0);
});

test("an effect keeps all that it had", () => {
  const { effects } = contrasts(trials, "all-pain/acupuncture-vs-sham/pain/long");
  const modified = withModifiers(trials, effects).effects;
  expect(modified.map(({ trial }) => trial)).toEqual(effects.map(({ provenance }) => provenance.trialId));
  for (const [i, effect] of effects.entries()) expect(modified[i]).toMatchObject(effect);
  expect(Object.isFrozen(modified[0])).toBe(true);
});

test("refuses effects of other tables, and what are no effects", () => {
  const strangers = contrasts(
    twoArms([
      { arm: "real", mean: 30, sd: 10 },
      { arm: "sham", mean: 40, sd: 10 },
    ]),
    question(),
  ).effects;
  expect(() => withModifiers(trials, strangers)).toThrow(expect.objectContaining({ code: "UNKNOWN_TRIAL" }));
  for (const wrong of [null, "effects", [1], [{ study: "A", yi: 1, vi: 1 }]])
    expect(() => withModifiers(trials, wrong as never)).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" }));
  expect(() => withModifiers({} as never, [])).toThrow(expect.objectContaining({ code: "WRONG_ARGUMENT" }));
});
