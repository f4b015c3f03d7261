import { contrasts } from "../contrasts/contrasts.js";
import type { Question } from "../contrasts/question.js";
import type { Trials } from "../schema/trials.js";
import { asking, type QuestionOptions } from "./askedQuestion.js";

const ofCounts = ["logRR", "logOR", "RD"] as const;

/** Other measures of the same outcome: of counts all three; of means the MD of the scale that most of the trials share. */
export function measureOptions(trials: Trials, question: Question): QuestionOptions {
  const { measure } = question;
  if (measure === "MD") {
    const { scale, ...others } = question;
    return { [`MD, ${scale}`]: null, SMD: (asked) => ({ ...asked, question: { ...others, measure: "SMD" } }) };
  }
  if (measure === "SMD") {
    const scale = commonestScale(trials, question);
    return { SMD: null, ...(scale === null ? {} : { [`MD, ${scale}`]: asking({ measure: "MD", scale }) }) };
  }
  const others = ofCounts.filter((other) => other !== measure);
  return { [measure]: null, ...Object.fromEntries(others.map((other) => [other, asking({ measure: other })])) };
}

/** The scale whose differences answer for the most trials; null where none does for two. */
function commonestScale(trials: Trials, question: Question): string | null {
  const scales = new Set(contrasts(trials, question).effects.map(({ provenance }) => provenance.scale));
  const counted = [...scales].map((scale) => ({
    scale,
    effects: contrasts(trials, { ...question, measure: "MD", scale }).effects.length,
  }));
  const [first] = counted.filter(({ effects }) => effects > 1).sort((a, b) => b.effects - a.effects);
  return first?.scale ?? null;
}
