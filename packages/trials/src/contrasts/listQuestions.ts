import { freeze } from "@acumeta/core";
import { checkArgument, hasLists } from "../problems/checkArgument.js";
import type { Trials } from "../schema/trials.js";
import { noQuestions } from "./messages.js";
import type { Question } from "./question.js";

/** The questions that come with trials. */
export interface QuestionList {
  readonly questions: readonly Pick<Question, "id" | "label">[];
  /** What to do where there are no questions; null where there are. */
  readonly note: string | null;
}

/**
 * The questions that come with trials, by id and in words; where there are none, `note` says so and how to add some.
 *
 * Throws `WRONG_ARGUMENT` for what are no trials.
 *
 * @example
 * import { listQuestions, readTrials } from "@acumeta/trials";
 * const { questions, note } = listQuestions(await readTrials("datasets/pain-trials"));
 * questions[0].label; // => "Low back pain: acupuncture vs sham acupuncture, pain, up to 13 weeks"
 * note; // => null
 */
export function listQuestions(trials: Pick<Trials, "questions">): QuestionList {
  checkArgument(hasLists(trials, ["questions"]), {
    argument: "trials",
    found: trials,
    allowed: "the tables that readTrials or parseTrials gives",
  });
  const { questions } = trials;
  return freeze({
    questions: questions.map(({ id, label }) => ({ id, label })),
    note: questions.length === 0 ? noQuestions : null,
  });
}
