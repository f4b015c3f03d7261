import type { EffectSource, Question } from "../contrasts/question.js";
import { type Trust, trustLevels } from "../schema/kinds.js";
import { asking, type QuestionOptions } from "./askedQuestion.js";

/** Which of the weeks in the window answers. */
export function weekOptions({ window }: Question): QuestionOptions {
  const { from, to, target } = window;
  return {
    [`nearest week ${target}`]: null,
    ...(target === from ? {} : { "first in the window": asking({ window: { ...window, target: from } }) }),
    ...(target === to ? {} : { "last in the window": asking({ window: { ...window, target: to } }) }),
  };
}

/** Which source is preferred, and whether a difference that the paper printed, perhaps adjusted, is used at all. */
export function sourceOptions({ prefer }: Question): QuestionOptions {
  const others = prefer.slice(1).map((first) => [first, ...prefer.filter((source) => source !== first)]);
  const unadjusted = prefer.filter((source) => source !== "contrast");
  const orders = unadjusted.length === 0 || unadjusted.length === prefer.length ? others : [...others, unadjusted];
  const inWords = (order: readonly EffectSource[]) => order.join(", then ");
  return {
    [inWords(prefer)]: null,
    ...Object.fromEntries(orders.map((order) => [inWords(order), asking({ prefer: order })])),
  };
}

const trusted: Readonly<Record<Trust, string>> = {
  low: "all rows",
  medium: "without low-rated rows",
  high: "high-rated rows alone",
};

/** Which rows are trusted enough, the question's own or stricter. */
export function trustOptions({ minimumTrust = "low" }: Question): QuestionOptions {
  const stricter = trustLevels.slice(0, trustLevels.indexOf(minimumTrust)).toReversed();
  return {
    [trusted[minimumTrust]]: null,
    ...Object.fromEntries(stricter.map((level) => [trusted[level], asking({ minimumTrust: level })])),
  };
}

/** Whether counts of responders stand for means that are not printed. */
export function responderOptions({ measure, respondersAsSmd = false }: Question): QuestionOptions {
  if (measure !== "SMD" && measure !== "MD") return { none: null };
  const words = (used: boolean) => (used ? "as SMD where no mean is printed" : "not used");
  return { [words(respondersAsSmd)]: null, [words(!respondersAsSmd)]: asking({ respondersAsSmd: !respondersAsSmd }) };
}
