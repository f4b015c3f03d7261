import * as core from "@acumeta/core";
import {
  choose,
  effectSizes,
  intervals,
  logOddsRatio,
  measures,
  pool,
  predictions,
  type Registered,
  registry,
  smdCorrections,
  smdVariances,
  standardizedMeanDifference,
  tau2Estimators,
  zeroCellTargets,
} from "@acumeta/core";
import { describe, expect, test } from "vitest";
import { effectsOf } from "../effectsOf.ts";

type Entries = Readonly<Record<string, Registered>>;

const registries = Object.entries<unknown>(core).filter(
  (named): named is [string, Entries] => typeof named[1] === "object" && Object.isFrozen(named[1]),
);

test("the package exports its registries", () => {
  expect(registries.map(([name]) => name)).toEqual(
    expect.arrayContaining(["intervals", "measures", "mdVariances", "predictions", "smdVariances", "tau2Estimators"]),
  );
});

describe.each(registries)("the registry %s", (_, entries) => {
  test.each(Object.entries(entries))("says of %s what it is and who published it", (id, entry) => {
    expect(entry.id).toBe(id);
    expect(entry.label).toMatch(/\S/);
    expect(entry.citation).toMatch(/\b(19|20)\d\d\b|Cochrane Handbook \d/);
  });

  test("has a label for each entry alone", () => {
    const labels = Object.values(entries).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("is frozen", () => expect(Object.isFrozen(entries)).toBe(true));
});

const effects = effectsOf([0.1, 0.5], [0.02, 0.05]);
const events = { a: 1, n1: 9, c: 2, n2: 9 };
const groups = { n1: 9, m1: 1, sd1: 1, n2: 9, m2: 0, sd2: 1 };

test.each([
  ["tau2", tau2Estimators, () => pool(effects, { tau2: "reml" as "REML" })],
  ["interval", intervals, () => pool(effects, { interval: "KH" as "HKSJ" })],
  ["prediction", predictions, () => pool(effects, { prediction: "t" as "z" })],
  ["measure", measures, () => effectSizes("OR" as "RD", { a: [1], n1: [9], c: [1], n2: [9] })],
  ["to", zeroCellTargets, () => logOddsRatio(events, { to: "0" as "all" })],
  ["correction", smdCorrections, () => standardizedMeanDifference(groups, { correction: "g" as "none" })],
  ["variance", smdVariances, () => standardizedMeanDifference(groups, { variance: "HO" as "H0" })],
])("an unknown id of %s names the known ones", (option, entries, run) => {
  const diagnosis = { code: "UNKNOWN_CHOICE", where: { option }, allowed: Object.keys(entries).join(", ") };
  expect(run).toThrow(expect.objectContaining({ diagnosis: expect.objectContaining(diagnosis) }));
});

test.each(["constructor", "__proto__", "toString", "", undefined, null, 3])("%j is no id", (id) => {
  expect(() => choose("tau2", tau2Estimators, id as string)).toThrow(
    expect.objectContaining({ code: "UNKNOWN_CHOICE" }),
  );
});

test("two entries of one id are refused: neither is chosen by mistake", () => {
  const entry = { id: "A", label: "a", citation: "A 2000" };
  expect(() => registry([entry, { ...entry, label: "b" }])).toThrow(expect.objectContaining({ code: "REPEATED_ID" }));
});
