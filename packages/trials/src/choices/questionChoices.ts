import type { MultiverseChoices } from "@acumeta/core";
import { contrasts } from "../contrasts/contrasts.js";
import type { Question } from "../contrasts/question.js";
import type { ModifiedEffect } from "../modifiers/modifiers.js";
import { withModifiers } from "../modifiers/withModifiers.js";
import type { Trials } from "../schema/trials.js";
import type { AskedQuestion } from "./askedQuestion.js";
import { measureOptions } from "./measureOptions.js";
import { shamOptions } from "./shamOptions.js";
import { responderOptions, sourceOptions, trustOptions, weekOptions } from "./wordings.js";

/** An effect with its modifiers, without where it came from. */
export type ChosenEffect = Omit<ModifiedEffect, "provenance" | "modifierRules">;

/** What `multiverse` needs to ask a question in every defensible way. */
export interface QuestionChoices {
  /** The question as it is, with which choices begin. */
  readonly asked: AskedQuestion;
  readonly choices: MultiverseChoices<AskedQuestion>;
  /**
   * The effects that answer a question, those of them that are kept. Without provenance, so that the same numbers reached by
   * other ways are seen to be the same data.
   */
  readonly effectsOf: (asked: AskedQuestion) => readonly ChosenEffect[];
}

/**
 * The ways in which a question to the trials could as well have been asked, as choices for `multiverse` of core, the
 * question as it is the first option of each:
 *
 * - `measure`: for counts risk ratio, odds ratio and risk difference; for means the SMD, and the MD of the scale that most of
 *   the trials share, where two do;
 * - `week`: the one nearest the target, the first or the last in the window;
 * - `source`: which of endpoint means, change means and printed differences is preferred, and without printed differences;
 * - `rows`: all, or only those that are trusted more;
 * - `responders`: counts as SMD where no mean is printed, or not used;
 * - `sham`: any, or only one known to go through the skin, or not to.
 *
 * A choice that a question does not leave is not there. How to pool is for the caller to add.
 *
 * Throws what `contrasts` throws.
 *
 * @example
 * import { multiverse } from "@acumeta/core";
 * import { questionChoices, readTrials } from "@acumeta/trials";
 * const trials = await readTrials("datasets/pain-trials");
 * const { asked, choices, effectsOf } = questionChoices(trials, "all-pain/acupuncture-vs-sham/pain/short");
 * Object.keys(choices); // => ["week", "source", "rows", "responders", "sham"]
 * const { specifications } = multiverse(asked, {
 *   choices: { ...choices, interval: { HKSJ: { interval: "HKSJ" }, z: { interval: "z" } } },
 *   prepare: effectsOf,
 * });
 * specifications.length; // => 432
 */
export function questionChoices(trials: Trials, question: Question | string): QuestionChoices {
  const { question: asked } = contrasts(trials, question);
  const all = {
    measure: measureOptions(trials, asked),
    week: weekOptions(asked),
    source: sourceOptions(asked),
    rows: trustOptions(asked),
    responders: responderOptions(asked),
    sham: shamOptions(asked),
  };
  const open = Object.entries(all).filter(([, options]) => Object.keys(options).length > 1);
  return Object.freeze({
    asked: { question: asked, keep: [] },
    choices: Object.fromEntries(open),
    effectsOf: effectsOf(trials),
  });
}

/** Answers each wording of a question once, whichever of its effects are kept. */
function effectsOf(trials: Trials): QuestionChoices["effectsOf"] {
  const answers = new WeakMap<Question, readonly ModifiedEffect[]>();
  return ({ question, keep }) => {
    const answer = answers.get(question) ?? withModifiers(trials, contrasts(trials, question).effects).effects;
    answers.set(question, answer);
    return answer
      .filter((effect) => keep.every((holds) => holds(effect)))
      .map(({ provenance: _, modifierRules: __, ...effect }) => effect);
  };
}
