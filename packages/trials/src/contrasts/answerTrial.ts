import type { TrialEffect } from "./answer.js";
import type { Comparison, TrialTables } from "./comparison.js";
import { comparisons } from "./comparisons.js";
import type { Draft } from "./draft.js";
import { eligibleArms, type Sides } from "./eligibleArms.js";
import { finishEffect } from "./finishEffect.js";
import { fromContrast } from "./fromContrast.js";
import { fromCounts } from "./fromCounts.js";
import { fromMeans } from "./fromMeans.js";
import { fromResponders } from "./fromResponders.js";
import { details } from "./messages.js";
import { passedOver } from "./passedOver.js";
import type { EffectSource, Question } from "./question.js";
import { isNoEffect, isRefusal, type NoEffect, type Refusal, refusal } from "./refusal.js";

/** The effects of one trial (more than one only where arms are kept separate), or why there is none. */
export function answerTrial(tables: TrialTables, question: Question): readonly TrialEffect[] | NoEffect {
  const { trial, arms } = tables;
  const because = (one: Refusal): NoEffect => ({ refusals: [one] });
  if (!question.conditions.includes(trial.conditionGroup))
    return because(refusal("OTHER_CONDITION", details.condition(trial)));
  const sides = eligibleArms(arms, question);
  return isRefusal(sides) ? because(sides) : answerSides(tables, question, sides);
}

/** The same for the arms of two sides. */
export function answerSides(tables: TrialTables, question: Question, sides: Sides): readonly TrialEffect[] | NoEffect {
  const refusals: Refusal[] = [];
  for (const attempt of comparisons(tables, question, sides)) {
    const effects: TrialEffect[] = [];
    const before = passedOver(refusals);
    for (const comparison of attempt) {
      const draft = answerComparison(comparison);
      if (isNoEffect(draft)) refusals.push(...draft.refusals);
      else effects.push(finishEffect(comparison, withNotes(draft, before), attempt.length > 1));
    }
    if (effects.length > 0) return effects;
  }
  return { refusals };
}

/** The first source, in the question's order of preference, that gives an effect. */
function answerComparison(comparison: Comparison): Draft | NoEffect {
  const { question } = comparison;
  const refusals: Refusal[] = [reported(comparison)];
  const sources: readonly (EffectSource | "responders")[] = [
    ...question.prefer,
    ...(question.measure === "SMD" && question.respondersAsSmd === true ? (["responders"] as const) : []),
  ];
  for (const source of sources) {
    const draft = fromSource(comparison, source);
    if (!isNoEffect(draft)) return withNotes(draft, passedOver(refusals));
    refusals.push(...draft.refusals);
  }
  return { refusals };
}

function withNotes(draft: Draft, notes: readonly string[]): Draft {
  return { ...draft, assumptions: [...notes, ...draft.assumptions] };
}

function fromSource(comparison: Comparison, source: EffectSource | "responders"): Draft | NoEffect {
  const { measure, outcome } = comparison.question;
  if (source === "contrast") return fromContrast(comparison);
  if (source === "responders") return fromResponders(comparison);
  if (measure === "SMD" || measure === "MD") return fromMeans(comparison, measure, source);
  return source === "endpoint" ? fromCounts(comparison, measure, outcome) : { refusals: [] };
}

/** What remains to be said where no row was even looked at: the outcome is missing, or only its source is. */
function reported({ outcomes, contrasts, question, armsA, armsB }: Comparison): Refusal {
  const names = [...armsA, ...armsB].map(({ arm }) => arm);
  const any =
    outcomes.some(({ arm, outcome }) => outcome === question.outcome && names.includes(arm)) ||
    contrasts.some(
      (row) => row.outcome === question.outcome && [...row.armsA, ...row.armsB].every((arm) => names.includes(arm)),
    );
  return refusal(any ? "SOURCE_NOT_ASKED" : "OUTCOME_NOT_REPORTED", question.outcome);
}
