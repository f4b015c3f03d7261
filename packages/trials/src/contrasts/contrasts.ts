import { freeze } from "@acumeta/core";
import type { Trials } from "../schema/trials.js";
import type { Answer, NotUsed, TrialEffect } from "./answer.js";
import { answerTrial } from "./answerTrial.js";
import { checkTables } from "./checkTables.js";
import type { Question } from "./question.js";
import { reasonOf } from "./reasonOf.js";
import { isNoEffect } from "./refusal.js";
import { resolveQuestion } from "./resolveQuestion.js";
import { tablesPerTrial } from "./tablesPerTrial.js";

/**
 * From arms to effects: the trials' answer to a question, as effects that go into `pool()` as they are, each with
 * its provenance (source rows, rules, assumptions), and every other trial with the reason why it is not used.
 *
 * For each trial of the question's conditions that has arms of both kinds:
 *
 * 1. **Source.** Sources are tried in the order of `prefer`: endpoint means (events, for a ratio or risk
 *    difference), change means, a difference printed by the paper; the first that gives an effect is used, so
 *    endpoint and change scores are never mixed. Responders as SMD of pain (Chinn 2000) come last and only on request.
 * 2. **Rows.** Medians and ambiguous, contradictory or direction-unsure rows are never used, nor rows trusted less
 *    than `minimumTrust`.
 * 3. **Week and scale.** The week nearest the target inside the window at which both sides are reported on one
 *    scale, the earlier of two equally near; of several scales the one with the most arms there, then the nearest
 *    week, then the first in the file. A row without a week is in no window.
 * 4. **Numbers.** SD as printed, else from the SE, else from the interval of the mean; n as printed, else the number
 *    randomised to the arm (a stated assumption), else the trial is not used. A printed mean difference becomes an
 *    SMD through the SD that its interval implies.
 * 5. **Arms.** Several arms of one side are combined to one group (Cochrane Handbook 6.5.2.10; events are added) or,
 *    with `arms: "separate"`, give one effect for each pair. An arm "…-pooled" is used only where the arms it pools
 *    are not; an arm "x+y" beside an active arm "y" is compared with "y" alone, and combined only with its like.
 * 6. **Sign.** Positive favours the first-named treatment: where lower is better, the sign is reversed. For a log
 *    ratio of adverse events this is the ratio of the comparator to the treatment.
 *
 * SMDs are Hedges' g (exact correction, LS variance), in SD units; MD in units of the scale; logRR and logOR natural
 * logarithms; RD a fraction.
 *
 * Throws a MetaError where the question cannot be asked: UNKNOWN_QUESTION, BAD_QUESTION, MD_NEEDS_SCALE, WINDOW_REVERSED,
 * SIDES_OVERLAP; and WRONG_ARGUMENT where `trials` are none.
 *
 * @param trials Checked tables, from `readTrials` or `parseTrials`.
 * @param question A question, or the id of one of `trials.questions`.
 *
 * @example
 * import { contrasts, readTrials } from "@acumeta/trials";
 * const trials = await readTrials("datasets/pain-trials");
 * const answer = contrasts(trials, "low-back-pain/acupuncture-vs-sham/pain/long");
 * const haake = answer.effects.find((effect) => effect.provenance.trialId === "haake-2007");
 * haake.yi; // => 0.136
 * haake.provenance.scale; // => "CPGS-100"
 * answer.effects.length + answer.notUsed.length; // => 93
 */
export function contrasts(trials: Trials, question: Question | string): Answer {
  checkTables(trials);
  const asked = resolveQuestion(question, trials.questions);
  const effects: TrialEffect[] = [];
  const notUsed: NotUsed[] = [];
  for (const tables of tablesPerTrial(trials)) {
    const answer = answerTrial(tables, asked);
    if (isNoEffect(answer)) notUsed.push({ trialId: tables.trial.trialId, ...reasonOf(answer.refusals, asked) });
    else effects.push(...answer);
  }
  return freeze({ question: asked, effects, notUsed });
}
