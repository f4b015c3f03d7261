import { fileURLToPath } from "node:url";
import {
  contrasts,
  type Published,
  type Question,
  readPublished,
  readTrials,
  type TrialEffect,
  type Trials,
} from "acumeta";

const dataset = (name: string) => fileURLToPath(new URL(`../../datasets/${name}`, import.meta.url));

export const trials: Trials = await readTrials(dataset("pain-trials"));
export const published: Published = await readPublished(dataset("published"));

/** A question of one's own: acupuncture against sham, pain in the scale's units, in any week up to two years. */
function ask(changes: Partial<Question>): Question {
  return {
    id: "of-one's-own",
    label: "A question of one's own",
    conditions: ["low-back-pain"],
    treatment: ["acupuncture"],
    comparator: ["sham"],
    outcome: "pain",
    window: { from: 0.1, to: 104, target: 8 },
    measure: "MD",
    prefer: ["endpoint", "change"],
    ...changes,
  };
}

/** What one trial answers. */
export function answerOf(trialId: string, changes: Partial<Question>): TrialEffect {
  const found = contrasts(trials, ask(changes)).effects.find(({ provenance }) => provenance.trialId === trialId);
  if (found === undefined) throw new Error(`${trialId} does not answer`);
  return found;
}
