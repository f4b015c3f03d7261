import { counted, type PooledEffect, pool } from "@acumeta/core";
import {
  contrasts,
  type PublishedPooled,
  type Question,
  type TrialEffect,
  type Trials,
  towardsTreatment,
} from "@acumeta/trials";
import { type ClaimAnalysis, type ClaimFinding, type ClaimNumber, untestable } from "../analysis.js";
import { verdictOfEffect } from "../verdicts.js";
import { shown, withLimits } from "../words.js";

/** A named question, "id" or, at other weeks, "id @52-104". */
export function questionOf(trials: Trials, about: string): Question | string {
  const [id = "", weeks] = about.split(" @");
  const named = trials.questions.find((question) => question.id === id);
  if (weeks === undefined || named === undefined) return id;
  const [from, to] = weeks.split("-").map(Number) as [number, number];
  return { ...named, id: `${id}/weeks-${weeks}`, window: { from, to, target: (from + to) / 2 } };
}

/** Whether acupuncture is better over all trials of a question. */
export const pooledEffect: ClaimAnalysis = {
  label: "the pooled effect of the trials that answer a question",
  run: ({ trials, published }, about) => {
    const { effects, question } = contrasts(trials, questionOf(trials, about));
    if (effects.length < 2) return tooFew(effects, question.label);
    const fit = pool(effects);
    const printed = published.pooled.filter(({ questions }) => questions.includes(question.id)).flatMap(printedOf);
    return {
      verdict: verdictOfEffect(fit),
      numbers: [numberOf(counted(fit.k, "trial"), fit), ...printed],
      reason: `${reasonOf(fit)}${reviewsInWords(printed)}`,
    };
  },
};

/** What a review prints of the same question, in the same direction; none where it prints no interval. */
function printedOf(row: PublishedPooled): readonly ClaimNumber[] {
  const turned = row.measure === "SMD" ? towardsTreatment(row) : null;
  if (turned === null) return [];
  const { effect, lower, upper } = turned;
  return [
    {
      name: `${row.review}: ${row.comparison}, ${row.condition}`,
      unit: "SMD",
      value: effect,
      ci: { lower, upper, level: 0.95 },
    },
  ];
}

function reviewsInWords(printed: readonly ClaimNumber[]): string {
  const [first] = printed;
  if (first === undefined) return "";
  if (printed.length === 1) return ` A review prints an SMD of ${withLimits(first.value, first.ci!)}.`;
  const values = printed.map(({ value }) => value);
  const above = printed.filter(({ ci }) => ci!.lower > 0).length;
  return ` Reviews print SMDs from ${shown(Math.min(...values))} to ${shown(Math.max(...values))}; of ${printed.length} intervals ${above} lie above 0.`;
}

function tooFew(effects: readonly TrialEffect[], label: string): ClaimFinding {
  if (effects.length === 0) return untestable(`No trial of these tables can answer: ${label}.`);
  const [{ study, yi, vi, measure }] = effects as readonly [TrialEffect];
  const half = 1.96 * Math.sqrt(vi);
  const ci = { lower: yi - half, upper: yi + half, level: 0.95 };
  return untestable(`A single trial answers (${study}, ${measure} ${withLimits(yi, ci)}): it says nothing of others.`, [
    { name: "one trial", unit: measure, value: yi, ci },
  ]);
}

function reasonOf(fit: PooledEffect): string {
  const pi =
    fit.pi === null ? "" : `; a new trial is expected between ${shown(fit.pi.lower)} and ${shown(fit.pi.upper)}`;
  return `${counted(fit.k, "trial")}: ${fit.measure} ${withLimits(fit.estimate, fit.ci)}, positive in favour of acupuncture, I² ${shown(fit.heterogeneity.I2, 0)} %${pi}.`;
}

function numberOf(
  name: string,
  { measure, estimate, ci: { lower, upper, level } }: Pick<PooledEffect, "measure" | "estimate" | "ci">,
): ClaimNumber {
  return { name, unit: measure, value: estimate, ci: { lower, upper, level } };
}
