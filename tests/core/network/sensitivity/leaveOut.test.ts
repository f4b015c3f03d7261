import { leaveOneTreatmentOut, leaveOneTrialOut, type NetworkEffect, network } from "@acumeta/core";
import { expect, test } from "vitest";

const comparison = (study: string, treat1: string, treat2: string, yi: number, vi: number): NetworkEffect<"MD"> => ({
  study,
  measure: "MD",
  treat1,
  treat2,
  yi,
  vi,
});

/** Synthetic: two loops, and a trial of three arms with independent arms of variance 0.02. */
const effects = [
  comparison("1", "needle", "sham", -0.4, 0.03),
  comparison("2", "needle", "sham", -0.1, 0.05),
  comparison("3", "needle", "waiting", -0.9, 0.06),
  comparison("4", "sham", "waiting", -0.3, 0.04),
  comparison("5", "needle", "sham", -0.2, 0.04),
  comparison("5", "needle", "waiting", -0.7, 0.04),
  comparison("5", "sham", "waiting", -0.5, 0.04),
  comparison("6", "massage", "waiting", -0.6, 0.05),
];
const fit = network(effects, { reference: "waiting", tau2: "DL", interval: "t" });

test.each(["1", "2", "3", "4", "5"])("without trial %s is the network of the others", (omitted) => {
  const row = leaveOneTrialOut(fit).find((each) => each.omitted === omitted)!;
  const others = network(
    effects.filter(({ study }) => study !== omitted),
    { reference: "waiting", tau2: "DL", interval: "t" },
  );
  expect(row.k).toBe(5);
  expect(row.cutOff).toEqual([]);
  expect(row.tau2).toBeCloseTo(others.tau2.value, 12);
  expect([row.Q, row.df]).toEqual([others.heterogeneity.Q, others.heterogeneity.df]);
  expect(row.effects).toEqual(others.effects.map(({ treatment, estimate, ci }) => ({ treatment, estimate, ci })));
});

test("a treatment that one trial alone connects is cut off without it", () => {
  const row = leaveOneTrialOut(fit).find(({ omitted }) => omitted === "6")!;
  expect(row.cutOff).toEqual(["massage"]);
  expect(row.effects[0]).toEqual({ treatment: "massage", estimate: null, ci: null });
  expect(row.effects[1]!.estimate).toBeCloseTo(fit.effects[1]!.estimate, 12);
});

test("trials of several arms lose the arm of the treatment left out", () => {
  const row = leaveOneTreatmentOut(fit).find(({ omitted }) => omitted === "sham")!;
  const others = network(
    effects.filter(({ treat1, treat2 }) => ![treat1, treat2].includes("sham")),
    { reference: "waiting", tau2: "DL", interval: "t" },
  );
  expect(row.k).toBe(3);
  expect(row.cutOff).toEqual(["sham"]);
  expect(row.effects.find(({ treatment }) => treatment === "needle")!.estimate).toBe(
    others.effects.find(({ treatment }) => treatment === "needle")!.estimate,
  );
  expect(leaveOneTreatmentOut(fit).map(({ omitted }) => omitted)).toEqual(["massage", "needle", "sham"]);
});

test("a trial that alone has the reference has no row", () => {
  const star = network(effects.slice(0, 3), { reference: "waiting" });
  expect(leaveOneTrialOut(star).map(({ omitted }) => omitted)).toEqual(["1", "2"]);
});
