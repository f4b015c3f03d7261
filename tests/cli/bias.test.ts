import {
  biasCorrections,
  biasPredictors,
  biasTest,
  biasTests,
  contrasts,
  copasModel,
  failSafeN,
  readTrials,
  selectionModel,
  selectionPresets,
  smallStudyEffects,
  tau2Estimators,
  weightFunctions,
} from "acumeta";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { acumeta, painTrials } from "./acumeta.ts";

const id = "all-pain/acupuncture-vs-untreated/pain/short";
const trials = await readTrials(painTrials);
const { effects, notUsed } = contrasts(trials, id);
const printed = acumeta("bias", painTrials, "-q", id);
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));

/** The lines of a printed table whose first cell is `first`. */
const rowOf = (out: string, first: string) => out.split("\n").filter((line) => line.startsWith(`${first}  `));

test("--json is the library's overview, with the models and numbers that it leaves aside", () => {
  const choices = ["--tau2", "PM", "--interval", "z", "--level", "0.9", "--selection", "beta", "--target", "0.1"];
  const { out } = acumeta("bias", painTrials, "-q", id, ...choices, "--json");
  const overview = smallStudyEffects(effects, { tau2: "PM", interval: "z", level: 0.9 });
  const { bias, ...answer } = JSON.parse(out);
  expect(answer.notUsed).toEqual(plain(notUsed));
  expect(bias.pooled).toEqual(plain(overview.pooled));
  expect(bias.tests).toEqual(plain(overview.tests));
  expect(bias.corrections).toEqual(plain(overview.corrections));
  expect(bias.trimAndFill).toEqual(plain(overview.trimAndFill));
  expect(bias.selection.result).toEqual(plain(selectionModel(effects, { type: "beta", level: 0.9 })));
  expect(bias.copas.result).toEqual(plain(copasModel(effects, { level: 0.9 })));
  expect(bias.failSafe.map(({ result }: { result: unknown }) => result)).toContainEqual(
    plain(failSafeN(effects, { method: "general", tau2: "PM", target: 0.1 })),
  );
});

test("every test is in the table with its statistic and p, or said to need what a question does not give", () => {
  const { status, out } = printed;
  const notRun = out.slice(out.indexOf("\nnot run"));
  for (const { id: name, rows } of Object.values(biasTests)) {
    if (rows !== "effects") expect(notRun).toMatch(new RegExp(`^.*\\b${name}\\b`, "m"));
    else {
      const { statistic, p } = biasTest(effects, { test: name });
      expect(rowOf(out, name)).toEqual([expect.stringContaining(`${statistic!.toFixed(2)}  ${p!.toFixed(3)}  [`)]);
    }
  }
  expect(notRun).toContain("needs n, mean and SD of each group");
  expect(status).toBe(0);
});

test("corrected estimates stand beside the uncorrected one, and the end says what they come to", () => {
  const { out } = printed;
  const { pooled, corrections } = smallStudyEffects(effects);
  expect(rowOf(out, "uncorrected")).toEqual([expect.stringContaining(pooled.estimate.toFixed(2))]);
  expect(corrections.map(({ result }) => result.method)).toEqual(Object.keys(biasCorrections));
  for (const { result } of corrections)
    expect(rowOf(out, result.method)).toEqual([expect.stringContaining(result.estimate.toFixed(2))]);
  const end = out.slice(out.lastIndexOf("\n\n")).replaceAll("\n", " ");
  const pet = corrections.find(({ result }) => result.method === "PET")!.result;
  expect(pet.ci.lower * pet.ci.upper).toBeLessThan(0);
  expect(pooled.ci.lower).toBeGreaterThan(0);
  expect(end).toContain(
    `Uncorrected SMD ${pooled.estimate.toFixed(2)}; corrected from ${pet.estimate.toFixed(2)} (PET)`,
  );
  expect(end).toContain("The uncorrected interval excludes no difference, as do 8 of 9 corrected ones. But PET comes");
});

test("a remark that several rows share stands once below, and no line is longer than 110", () => {
  const { out } = printed;
  const [first] = smallStudyEffects(effects).tests;
  const text = out.replaceAll(/\n +/g, " ");
  expect(text.split(first!.worth)).toHaveLength(2);
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(110);
});

test("--test runs the tests that are named, --predictor what they take for the size of a trial", () => {
  const { out } = acumeta("bias", painTrials, "-q", id, "--test", "Egger", "Begg", "--predictor", "sqrtninv");
  const { p } = biasTest(effects, { test: "Egger", predictor: "sqrtninv" });
  expect(rowOf(out, "Egger")).toEqual([expect.stringContaining(p!.toFixed(3))]);
  expect(out).toContain("Size by the inverse of the square root of the sample size");
  expect(rowOf(out, "Begg")).toHaveLength(1);
  expect(rowOf(out, "mixed")).toEqual([]);
  expect(out).not.toContain("Peters' regression");
});

test.each([
  ["low-back-pain/sham-vs-untreated/pain/long", 1],
  ["low-back-pain/acupuncture-vs-sham/pain/long", 2],
])("with too few trials (%s) every method that is left out is named with the reason", (question, k) => {
  const { status, out } = acumeta("bias", painTrials, "-q", question);
  const { skipped } = smallStudyEffects(contrasts(trials, question).effects);
  const [, list = ""] = out.split("\nnot run");
  const words = list.replaceAll(/\s+/g, " ");
  expect(skipped.length).toBeGreaterThan(5);
  for (const { method } of skipped)
    for (const word of method.split(" ")) expect(words, method).toMatch(new RegExp(`${word}[, ]`));
  expect(words).toContain(`found ${k} effect`);
  expect(out).toContain("No test says whether small trials show other effects");
  expect(status).toBe(0);
});

test("--csv has a row for each test, estimate and number, and for what was not run", () => {
  const { out } = acumeta("bias", painTrials, "-q", id, "--csv");
  const { data } = Papa.parse<Record<string, string>>(out.trim(), { header: true });
  const rows = (part: string) => data.filter((row) => row.part === part);
  const { tests, corrections, pooled } = smallStudyEffects(effects);
  expect(rows("test").map(({ p }) => Number(p))).toEqual(tests.map(({ result }) => result.p));
  expect(Number(rows("estimate")[0]?.estimate)).toBe(pooled.estimate);
  expect(rows("estimate").map(({ id }) => id)).toEqual(
    expect.arrayContaining(corrections.map(({ result }) => result.method)),
  );
  expect(rows("not run").every(({ remark }) => remark !== "")).toBe(true);
  expect(new Set(data.map(({ question }) => question))).toEqual(new Set([id]));
});

test("its help names what the registries hold", () => {
  const out = acumeta("bias", "--help").out.replaceAll(/\s+/g, " ");
  for (const registry of [biasTests, biasPredictors, selectionPresets, weightFunctions, tau2Estimators])
    for (const name of Object.keys(registry)) expect(out).toContain(`"${name}"`);
});

test.each([
  [["-q", "all-pain/acupuncture-vs-untreated/pain/shrt"], 1, id],
  [["-q", id, "--test", "Eger"], 2, "Egger"],
  [["-q", id, "--selection", "5psm"], 2, "4PSM"],
  [["-q", id, "--target", "-1"], 2, "above 0"],
  [["-q", id, "--json", "--csv"], 2, "--json"],
  [["--test", "Egger"], 2, "--question"],
])("%j fails with status %i and says what is known", (args, expected, said) => {
  const { status, err } = acumeta("bias", painTrials, ...args);
  expect(err).toContain(said);
  expect(err).not.toMatch(/\n\s+at /);
  expect(status).toBe(expected);
});
