import { levelWords } from "./levelWords.js";
import { unanswered } from "./messages.js";
import type { AskedEffect } from "./modifierEffects.js";
import type { ModifierQuestion } from "./modifierQuestion.js";

/** Why these effects can't answer a question; null where they can. */
export function whyUnanswered(effects: readonly AskedEffect[], question: ModifierQuestion): string | null {
  const { modifier, moderators, step } = question;
  const trialsOf = (some: readonly AskedEffect[]) => new Set(some.map(({ trial }) => trial)).size;
  const values = [...new Set(effects.map((effect) => effect[modifier]))];
  const byValue = values
    .map((value) => ({ value, trials: trialsOf(effects.filter((effect) => effect[modifier] === value)) }))
    .sort((a, b) => b.trials - a.trials);
  const [commonest] = byValue;
  if (step === null && byValue.length < 2)
    return unanswered.oneLevel(commonest === undefined ? null : levelWords(question, String(commonest.value)));
  if (step !== null && trialsOf(effects.filter((effect) => effect[modifier] !== commonest?.value)) < 2)
    return unanswered.oneValue;
  const others = moderators.split("+").length - 1;
  const coefficients = (step === null ? byValue.length : 2) + others;
  const trials = trialsOf(effects);
  return trials > coefficients ? null : unanswered.tooFew(trials, coefficients);
}
