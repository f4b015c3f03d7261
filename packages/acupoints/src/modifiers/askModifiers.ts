import { freeze, holm } from "@acumeta/core";
import type { Trials } from "@acumeta/trials";
import { answerModifier } from "./answerModifier.js";
import type { ModifierAnswer } from "./modifierAnswer.js";
import type { ModifierQuestion } from "./modifierQuestion.js";
import { modifierQuestions } from "./modifierQuestions.js";
import { modifierWords } from "./modifierWords.js";
import { type ModifierOptions, resolveModifierOptions } from "./options.js";

/**
 * The trials' answers to all built-in questions of what modifies the effect of acupuncture, in the order of
 * `modifierQuestions`, with p-values adjusted for their number. See `askModifier` for how each is answered.
 *
 * Throws what `askModifier` throws.
 *
 * @example
 * import { askModifiers } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const answers = askModifiers(await readTrials("datasets/pain-trials"));
 * answers.length; // => 8
 * answers.find(({ id }) => id === "sham-points").unanswered; // => "…"
 */
export function askModifiers(trials: Trials, options: ModifierOptions = {}): readonly ModifierAnswer[] {
  const resolved = resolveModifierOptions(options);
  const questions: readonly ModifierQuestion[] = Object.values(modifierQuestions);
  const own = questions.map((question) => answerModifier(trials, question, resolved));
  const p = own.flatMap(({ test }) => test?.p ?? []);
  const adjusted = holm(p);
  let next = 0;
  return freeze(
    own.map((answer, i): ModifierAnswer => {
      const test = answer.test && { ...answer.test, pHolm: answer.test.p === null ? null : adjusted[next++]! };
      const told = { ...answer, test, tested: p.length };
      return { ...told, sentence: modifierWords(told, questions[i]!) };
    }),
  );
}
