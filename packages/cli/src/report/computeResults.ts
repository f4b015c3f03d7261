import type { Published, Trials } from "@acumeta/trials";
import { version } from "../version.js";
import { answerQuestion } from "./answerQuestion.js";
import { pointResults } from "./pointResults.js";
import type { Results } from "./results.js";

/** Answers every named question and ranks the points. */
export function computeResults(trials: Trials, published: Published): Results {
  return {
    acumeta: version,
    trials: trials.trials.length,
    warnings: trials.warnings,
    questions: trials.questions.map((question) => answerQuestion(trials, question)),
    points: pointResults(trials, published.points),
    published: published.pooled,
  };
}
