import { counted } from "@acumeta/core";
import type { OwnAnswer } from "./answerModifier.js";
import { levelWords } from "./levelWords.js";
import type { ModifierAnswer } from "./modifierAnswer.js";
import type { ModifierQuestion } from "./modifierQuestion.js";
import { decimals, percentWords, pWords, withInterval } from "./numberWords.js";

type Told = OwnAnswer & Pick<ModifierAnswer, "test" | "tested">;

/** An answer in two sentences: the estimates, and what their test leaves open. */
export function modifierWords(answer: Told, question: ModifierQuestion): string {
  const { label, unanswered, effects, trials } = answer;
  if (unanswered !== null) return `${label}: no answer; ${unanswered}.`;
  const of = effects === trials ? "" : `${counted(effects, "effect")} of `;
  return `${label}: ${of}${counted(trials, "trial")}; ${estimates(answer, question)}. ${verdict(answer)}`;
}

function estimates({ levels, differences, moderators }: Told, question: ModifierQuestion): string {
  const { estimate, ci, name } = differences[0]!;
  if (question.step !== null) return `the SMD changes by ${withInterval(estimate, ci)} for ${name}`;
  const means = levels.map((level) => `${decimals(level.estimate)} ${levelWords(question, level.level)}`);
  const smd = moderators.includes("untreated") ? "SMD against sham" : "SMD";
  return means.length > 2
    ? `${smd} ${means.slice(0, -1).join(", ")} and ${means.at(-1)}`
    : `${smd} ${means.join(" and ")}, a difference of ${withInterval(estimate, ci)}`;
}

function verdict({ test, tested, differences, choices }: Told): string {
  if (test === null || test.p === null || test.pHolm === null) return "Too few trials tell of it to test it.";
  const alpha = 1 - choices.level;
  const p = pWords(test.p, test.pHolm, tested);
  if (test.pHolm < alpha)
    return `The effects differ with it by more than chance (${p}); trials that differ in it may differ in other things too.`;
  if (test.p < alpha) return `Asked alone it would count (${p}): among so many questions such a p may come by chance.`;
  const found = differences.flatMap(({ detectable }) => detectable ?? []);
  const smallest = found.length === 0 ? "" : `: ${needed(found, choices.power)}`;
  return `That it matters is not shown (${p}), nor that it does not${smallest}.`;
}

function needed(found: readonly number[], power: number): string {
  const [least, most] = [decimals(Math.min(...found)), decimals(Math.max(...found))];
  const size = least === most ? least : `${least} to ${most}`;
  return `a true difference had to be ${size} to be found with ${percentWords(power)} probability`;
}
