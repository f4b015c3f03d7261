import { levelWords } from "./levelWords.js";
import { leftOutReasons } from "./messages.js";
import type { LeftOutEffect } from "./modifierAnswer.js";
import type { AskedEffect } from "./modifierEffects.js";
import type { ModifierQuestion } from "./modifierQuestion.js";

/** Effects that can answer, and why others cannot. */
export interface UsableEffects {
  readonly used: readonly AskedEffect[];
  readonly leftOut: readonly LeftOutEffect[];
}

/** Trials that a level must have: with one, its mean would be that trial. */
const TRIALS_OF_A_LEVEL = 2;

/** The effects of which the moderator is known, at levels that at least two trials have. */
export function usableEffects(effects: readonly AskedEffect[], question: ModifierQuestion): UsableEffects {
  const { modifier, step, asks } = question;
  const known = effects.filter((effect) => effect[modifier] !== null);
  const trialsAt = (level: AskedEffect[typeof modifier]) =>
    new Set(known.filter((effect) => effect[modifier] === level).map(({ trial }) => trial)).size;
  const used = step === null ? known.filter((effect) => trialsAt(effect[modifier]) >= TRIALS_OF_A_LEVEL) : known;
  const reason = (effect: AskedEffect) =>
    effect[modifier] === null
      ? leftOutReasons.unknown(asks)
      : leftOutReasons.alone(levelWords(question, String(effect[modifier])));
  return {
    used,
    leftOut: effects
      .filter((effect) => !used.includes(effect))
      .map((effect) => ({ trial: effect.trial, study: effect.study, reason: reason(effect) })),
  };
}
