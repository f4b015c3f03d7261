import { reasons } from "./messages.js";
import type { Question } from "./question.js";
import { type NotUsedCode, notUsedCodes, type Refusal } from "./refusal.js";

/** The reason that says most: the most specific code any row of the trial reached, with all rows that reached it. */
export function reasonOf(
  refusals: readonly Refusal[],
  question: Question,
): { readonly code: NotUsedCode; readonly reason: string } {
  const code =
    notUsedCodes.findLast((one) => refusals.some(({ refused }) => refused === one)) ?? "OUTCOME_NOT_REPORTED";
  const details = new Set(refusals.filter(({ refused }) => refused === code).map(({ detail }) => detail));
  return { code, reason: reasons[code]([...details], question) };
}
