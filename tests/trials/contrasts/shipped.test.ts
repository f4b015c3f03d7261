import { fileURLToPath } from "node:url";
import { pool } from "@acumeta/core";
import { contrasts, type Question, readTrials, type TrialEffect } from "@acumeta/trials";
import { expect, test } from "vitest";

const trials = await readTrials(fileURLToPath(new URL("../../../datasets/pain-trials", import.meta.url)));

function effectOf(trialId: string, asked: Question | string): TrialEffect {
  const effect = contrasts(trials, asked).effects.find(({ provenance }) => provenance.trialId === trialId);
  if (effect === undefined) throw new Error(`${trialId} does not answer`);
  return effect;
}

function named(id: string): Question {
  const found = trials.questions.find((question) => question.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

test("the shipped questions are two conditions × three comparisons × two outcomes × two windows, and responders", () => {
  const ids = ["low-back-pain", "all-pain"].flatMap((condition) =>
    ["acupuncture-vs-sham", "acupuncture-vs-untreated", "sham-vs-untreated"].flatMap((sides) =>
      ["pain", "disability"].flatMap((outcome) =>
        ["short", "long"].map((window) => `${condition}/${sides}/${outcome}/${window}`),
      ),
    ),
  );
  const responders = ["short", "long"].map((window) => `low-back-pain/acupuncture-vs-sham/responders/${window}`);
  expect(trials.questions.map(({ id }) => id)).toEqual([...ids, ...responders]);
});

test.each(trials.questions.map(({ id }) => id))("%s: some trial answers, and all others have a reason", (id) => {
  const { effects, notUsed } = contrasts(trials, id);
  expect(effects.length).toBeGreaterThan(0);
  const all = [...effects.map(({ provenance }) => provenance.trialId), ...notUsed.map(({ trialId }) => trialId)];
  expect(all.sort()).toEqual(trials.trials.map(({ trialId }) => trialId).sort());
});

test.each([
  ["low-back-pain/acupuncture-vs-sham/pain/long", 0.14],
  ["low-back-pain/acupuncture-vs-untreated/pain/long", 0.55],
])("Haake 2007, CPGS at 26 weeks, %s: g = %f", (id, g) => {
  const effect = effectOf("haake-2007", id);
  expect(effect.yi).toBeCloseTo(g, 2);
  expect(effect.provenance).toMatchObject({ scale: "CPGS-100", week: 26, source: "endpoint" });
});

test("Haake 2007, responders at 26 weeks: 47.6 %, 44.2 % and 27.4 %, as the abstract prints", () => {
  const responders = named("low-back-pain/acupuncture-vs-sham/responders/long");
  const difference = (treatment: "acupuncture" | "sham", comparator: "sham" | "usual-care") =>
    100 * effectOf("haake-2007", { ...responders, measure: "RD", treatment: [treatment], comparator: [comparator] }).yi;
  expect(difference("acupuncture", "sham")).toBeCloseTo(47.6 - 44.2, 0);
  expect(difference("acupuncture", "usual-care")).toBeCloseTo(47.6 - 27.4, 0);
  expect(difference("sham", "usual-care")).toBeCloseTo(44.2 - 27.4, 0);
  expect(Math.exp(effectOf("haake-2007", responders).yi)).toBeCloseTo(47.6 / 44.2, 2);
});

test("Brinkhaus 2006, change of pain at 8 weeks: 28.7 − 23.6 = 5.1 mm in favour of acupuncture", () => {
  const asked: Question = { ...named("low-back-pain/acupuncture-vs-sham/pain/short"), measure: "MD", scale: "VAS-100" };
  const effect = effectOf("brinkhaus-2006", asked);
  expect(effect.yi).toBeCloseTo(5.1, 10);
  expect(effect.provenance.source).toBe("change");
});

test("AHRQ's pool of Kwon 2007 and Cherkin 2009, RMDQ: 0.80 (−0.27 to 1.88) against acupuncture", () => {
  const short = named("low-back-pain/acupuncture-vs-sham/disability/short");
  const effects = [
    effectOf("kwon-2007", { ...short, measure: "MD", scale: "RMDQ" }),
    effectOf("cherkin-2009", { ...short, measure: "MD", scale: "RMDQ-23" }),
  ];
  const { estimate, ci } = pool(effects, { tau2: "DL", interval: "z" });
  expect(-estimate).toBeCloseTo(0.8, 2);
  expect(-ci.upper).toBeCloseTo(-0.27, 2);
  expect(-ci.lower).toBeCloseTo(1.88, 2);
});

test("Vickers 2004 at 12 months: 16.2 (13.7) n 161 against 22.3 (17.0) n 140", () => {
  const effect = effectOf("vickers-2004", "all-pain/acupuncture-vs-untreated/pain/long");
  const sd = Math.sqrt((160 * 13.718 ** 2 + 139 * 17.011 ** 2) / 299);
  expect(effect.yi).toBeCloseTo(((22.343 - 16.247) / sd) * (1 - 3 / (4 * 299 - 1)), 4);
  expect(effect.n).toBe(301);
});

test("Carlsson 2001 answers once, with the pooled arm its abstract reports: 16 of 34 against 2 of 16", () => {
  const { effects } = contrasts(trials, "low-back-pain/acupuncture-vs-sham/responders/short");
  const carlsson = effects.filter(({ provenance }) => provenance.trialId === "carlsson-2001");
  expect(carlsson.map(({ arms }) => arms)).toEqual([["carlsson-2001/acupuncture-pooled", "carlsson-2001/placebo"]]);
  expect(carlsson[0]?.yi).toBeCloseTo(Math.log(16 / 34 / (2 / 16)), 10);
});

test("Zaringhalam 2010 against no treatment: not the arm that also took baclofen", () => {
  const effect = effectOf("zaringhalam-2010", "low-back-pain/acupuncture-vs-untreated/pain/short");
  expect(effect.arms).toEqual(["zaringhalam-2010/acupuncture", "zaringhalam-2010/control"]);
  expect(effect.n).toBe(40);
});

test.each([
  ["all-pain/acupuncture-vs-sham/pain/short", "irnich-2001", "UNPOOLABLE_ROW"],
  ["all-pain/acupuncture-vs-untreated/pain/short", "elden-2005", "UNPOOLABLE_ROW"],
  ["low-back-pain/acupuncture-vs-sham/pain/short", "kennedy-2008", "UNPOOLABLE_ROW"],
  ["low-back-pain/acupuncture-vs-sham/responders/short", "molsberger-2002", "UNPOOLABLE_ROW"],
  ["low-back-pain/acupuncture-vs-untreated/disability/short", "cherkin-2009", "NO_SPREAD"],
  ["all-pain/acupuncture-vs-sham/disability/short", "qin-2020", "NO_N"],
  ["all-pain/acupuncture-vs-sham/disability/short", "kong-2020", "ONE_SIDE_ONLY"],
  ["low-back-pain/acupuncture-vs-sham/disability/short", "brinkhaus-2006", "OUTSIDE_WINDOW"],
  ["low-back-pain/acupuncture-vs-sham/pain/short", "vickers-2004", "OTHER_CONDITION"],
])("%s: %s is not used, %s", (id, trialId, code) => {
  expect(contrasts(trials, id).notUsed.find((one) => one.trialId === trialId)?.code).toBe(code);
});

test("rows of low trust can be left out", () => {
  const asked = named("all-pain/acupuncture-vs-sham/pain/short");
  const all = contrasts(trials, asked).effects;
  const trusted = contrasts(trials, { ...asked, minimumTrust: "medium" }).effects;
  expect(trusted).toEqual(all.filter(({ provenance }) => provenance.trust !== "low"));
  expect(trusted.length).toBeLessThan(all.length);
});
