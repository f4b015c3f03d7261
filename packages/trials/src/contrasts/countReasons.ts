import { freeze } from "@acumeta/core";
import { checkArgument, hasLists } from "../problems/checkArgument.js";
import type { Answer } from "./answer.js";
import { shortReasons } from "./messages.js";
import { type NotUsedCode, notUsedCodes } from "./refusal.js";

/** Why so many trials do not answer a question. */
export interface CountedReason {
  readonly code: NotUsedCode;
  readonly trials: number;
  /** In a few words: "reported outside the window of weeks". */
  readonly reason: string;
}

/**
 * Why trials do not answer a question, counted: the commonest reason first, of equally common ones the one nearer to an
 * answer. What is particular to each trial stands in `notUsed`.
 *
 * Throws `WRONG_ARGUMENT` for what is no answer.
 *
 * @example
 * import { contrasts, countReasons, readTrials } from "@acumeta/trials";
 * const trials = await readTrials("datasets/pain-trials");
 * const reasons = countReasons(contrasts(trials, "low-back-pain/acupuncture-vs-sham/pain/long"));
 * reasons[0].reason; // => "about another condition"
 * reasons[0].trials; // => 47
 */
export function countReasons(answer: Pick<Answer, "notUsed">): readonly CountedReason[] {
  checkArgument(hasLists(answer, ["notUsed"]), {
    argument: "answer",
    found: answer,
    allowed: "the answer that contrasts gives",
  });
  const counted = notUsedCodes.toReversed().map((code) => ({
    code,
    trials: answer.notUsed.filter((one) => one?.code === code).length,
    reason: shortReasons[code],
  }));
  return freeze(counted.filter(({ trials }) => trials > 0).sort((a, b) => b.trials - a.trials));
}
