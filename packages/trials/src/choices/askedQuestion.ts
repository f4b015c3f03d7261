import type { MultiverseOption } from "@acumeta/core";
import type { Question } from "../contrasts/question.js";
import type { ModifiedEffect } from "../modifiers/modifiers.js";

/** A question on its way through choices: how it is asked, and which effects of the answer are kept. */
export interface AskedQuestion {
  readonly question: Question;
  /** What holds for each effect that is kept. */
  readonly keep: readonly ((effect: ModifiedEffect) => boolean)[];
}

/** The options of one choice about a question, by label, the question as it is first. */
export type QuestionOptions = Readonly<Record<string, MultiverseOption<AskedQuestion>>>;

/** Asks with other words. */
export function asking(change: Partial<Question>): (asked: AskedQuestion) => AskedQuestion {
  return (asked) => ({ ...asked, question: { ...asked.question, ...change } });
}

/** Keeps only some of the effects. */
export function keeping(holds: (effect: ModifiedEffect) => boolean): (asked: AskedQuestion) => AskedQuestion {
  return (asked) => ({ ...asked, keep: [...asked.keep, holds] });
}
