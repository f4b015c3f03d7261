import { metaRegression, multiMembership, tQuantile } from "@acumeta/core";
import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Judged } from "./judge.js";
import type { MadeTrial } from "./makeTrials.js";

/** Points in fewer trials are not ranked by any method. */
const FEWEST = 2;

/** The points of at least two trials, with the trials that list them. */
function listed(trials: readonly MadeTrial[]): ReadonlyMap<string, readonly MadeTrial[]> {
  const found = new Map<string, MadeTrial[]>();
  for (const trial of trials) for (const code of trial.points) found.set(code, [...(found.get(code) ?? []), trial]);
  return new Map([...found].filter(([, own]) => own.length >= FEWEST));
}

/** The literature's: the mean effect of the trials that list a point, less the mean of those means; its interval by t. */
export function naive(trials: readonly MadeTrial[]): readonly Judged[] {
  const points = [...listed(trials)];
  const overall = mean(points.map(([, own]) => mean(own.map(({ yi }) => yi))));
  return points.map(([code, own]) => {
    const effects = own.map(({ yi }) => yi - overall);
    const half = tQuantile(0.975, effects.length - 1) * (sampleStandardDeviation(effects) / Math.sqrt(effects.length));
    const estimate = mean(effects);
    return { code, estimate, ci: { lower: estimate - half, upper: estimate + half } };
  });
}

/** One point at a time: a meta-regression on whether trials list it, with comparator and standard error, less the mean of all. */
export function oneByOne(trials: readonly MadeTrial[]): readonly Judged[] {
  const codes = [...listed(trials).keys()].filter((code) => trials.some(({ points }) => !points.includes(code)));
  const fits = codes.map((code) => {
    const rows = trials.map((trial) => ({ ...trial, listed: trial.points.includes(code) ? 1 : 0 }));
    const { coefficients } = metaRegression(rows, { moderators: `~ listed${formulaOf(trials)}`, tau2: "DL" });
    return { code, coefficient: coefficients.find(({ name }) => name === "listed") };
  });
  const told = fits.flatMap(({ code, coefficient }) => (coefficient === undefined ? [] : [{ code, ...coefficient }]));
  const overall = mean(told.map(({ estimate }) => estimate));
  return told.map(({ code, estimate, ci: { lower, upper } }) => ({
    code,
    estimate: estimate - overall,
    ci: { lower: lower - overall, upper: upper - overall },
  }));
}

/** What the multi-membership model finds. */
export interface Modelled {
  readonly judged: readonly Judged[];
  /** σ² with its profile limits, and the p of σ² = 0. */
  readonly variance: { readonly value: number; readonly lower: number; readonly upper: number; readonly p: number };
  /** The share of all points' intervals, not as differences from the average, that hold the truth. */
  readonly coverageOfPoints: number;
}

/** All points at once, drawn from one distribution. */
export function modelled(trials: readonly MadeTrial[], truth: ReadonlyMap<string, number>): Modelled {
  const fit = multiMembership(trials, {
    members: "points",
    moderators: formulaOf(trials).replace(/^ \+/, "~") || "~ 1",
  });
  const [term] = fit.terms as readonly [(typeof fit.terms)[number]];
  const known = listed(trials);
  const ranked = term.members.filter(({ member }) => known.has(member));
  const overall = mean(ranked.map(({ estimate }) => estimate));
  const held = term.members.filter(
    ({ member, ci }) => ci.lower <= truth.get(member)! && truth.get(member)! <= ci.upper,
  );
  return {
    judged: ranked.map(({ member, estimate, ci }) => ({
      code: member,
      estimate: estimate - overall,
      ci: { lower: ci.lower - overall, upper: ci.upper - overall },
    })),
    variance: { value: term.variance.value, ...limitsOf(term.variance.ci), p: term.variance.p },
    coverageOfPoints: held.length / term.members.length,
  };
}

const limitsOf = ({ lower, upper }: { readonly lower: number; readonly upper: number }) => ({ lower, upper });

/** What is adjusted for, where trials differ in it. */
function formulaOf(trials: readonly MadeTrial[]): string {
  const isMixed = new Set(trials.map(({ comparator }) => comparator)).size > 1;
  return `${isMixed ? " + comparator" : ""} + standardError`;
}
