import type { Question } from "../contrasts/question.js";
import { keeping, type QuestionOptions } from "./askedQuestion.js";

/** Which sham counts as one, where all comparisons are with a sham: kept is only what is known to be of the kind. */
export function shamOptions({ comparator }: Question): QuestionOptions {
  const isSham = comparator.every((kind) => kind === "sham");
  return {
    "any sham": null,
    ...(isSham
      ? {
          "needles through the skin": keeping(({ shamPenetrates }) => shamPenetrates === "yes"),
          "nothing through the skin": keeping(({ shamPenetrates }) => shamPenetrates === "no"),
        }
      : {}),
  };
}
