import { choose } from "@acumeta/core";
import type { Trials } from "@acumeta/trials";
import { askModifiers } from "./askModifiers.js";
import type { ModifierAnswer } from "./modifierAnswer.js";
import type { ModifierQuestion } from "./modifierQuestion.js";
import { type ModifierQuestionId, modifierQuestions } from "./modifierQuestions.js";
import type { ModifierOptions } from "./options.js";

/**
 * The trials' answer to a built-in question of what modifies the effect of acupuncture.
 *
 * Effects are SMDs of the outcome, one of a trial for each comparator, at the week nearest 8. An effect of which the
 * moderator is not known is left out, and so is a level that a single trial has; a number needs two trials with another than
 * the commonest value. The model is a meta-regression (REML, Hartung-Knapp-Sidik-Jonkman, never narrower than "z")
 * or, where a trial gives several effects, a multilevel model, "~ 1 | trial/effect", with the assumed `correlation` of the
 * sampling errors of a trial, and of its own and the cluster-robust interval (CR2, Satterthwaite) the wider one. It tells each level's mean, the differences with the smallest that these
 * trials would have found, and a test whose p is adjusted over all built-in questions that can be tested (Holm 1979).
 *
 * No question here was randomised (but for arms of one trial): an answer is an association between trials.
 *
 * @param options `outcome` "pain", `conditions` all, `window` 0.1 to 104 weeks nearest 8, `minimumTrust` "low", `correlation`
 * 0.5, `level` 0.95 and `power` 0.8 unless given.
 * @returns A deeply frozen, JSON-serialisable result with a sentence of what the numbers say; `unanswered` where they say
 * nothing.
 *
 * Throws `UNKNOWN_CHOICE`, `UNKNOWN_OPTION`, `OPTION_OUT_OF_RANGE`, `WRONG_ARGUMENT`, and `BAD_QUESTION` for conditions or
 * weeks that no question can have.
 *
 * Thompson & Higgins 2002, Statistics in Medicine 21:1559-1573; Pustejovsky & Tipton 2022, Prevention Science 23:425-438.
 *
 * @example
 * import { askModifier } from "@acumeta/acupoints";
 * import { readTrials } from "@acumeta/trials";
 * const answer = askModifier(await readTrials("datasets/pain-trials"), "sham-skin");
 * answer.model; // => "meta-regression"
 * answer.trials; // => 10
 */
export function askModifier(trials: Trials, id: ModifierQuestionId, options: ModifierOptions = {}): ModifierAnswer {
  const question = choose<ModifierQuestion>("id", modifierQuestions, id);
  return askModifiers(trials, options).find((answer) => answer.id === question.id)!;
}
