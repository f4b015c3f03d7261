import { type PoolOptions, pool } from "@acumeta/core";
import { contrasts, type Question, type Trials } from "@acumeta/trials";
import type { QuestionResult } from "./results.js";

/** A question answered by the trials, pooled where any of them gives an effect. */
export function answerQuestion(trials: Trials, question: Question | string, options: PoolOptions = {}): QuestionResult {
  const answer = contrasts(trials, question);
  return { ...answer, pooled: answer.effects.length === 0 ? null : pool(answer.effects, options) };
}
