import { freeze, metaError } from "@acumeta/core";
import type { NotUsed } from "../contrasts/answer.js";
import { checkTables } from "../contrasts/checkTables.js";
import { groupBy } from "../contrasts/groupBy.js";
import type { Question } from "../contrasts/question.js";
import { reasonOf } from "../contrasts/reasonOf.js";
import { isNoEffect } from "../contrasts/refusal.js";
import { resolveQuestion } from "../contrasts/resolveQuestion.js";
import { tablesPerTrial } from "../contrasts/tablesPerTrial.js";
import type { Trials } from "../schema/trials.js";
import { answerNetworkTrial } from "./answerNetworkTrial.js";
import { badNodes } from "./messages.js";
import type { NetworkAnswer, NetworkTrialEffect } from "./networkAnswer.js";
import { areNodes, type NetworkNode, treatmentNodes } from "./nodes.js";

/**
 * From arms to a network: every comparison among the treatments of each trial, as effects that go into `network()` as they are,
 * and every other trial with the reason why it is not used.
 *
 * Of a question the conditions, outcome, window, measure, preferred sources, trust and scale are used as `contrasts` uses them,
 * and its sides not. Where a trial reports three or more treatments alike (endpoint scores or change scores of one scale and
 * week, or counts), all its comparisons are made from them, SMDs with one SD of all its arms; else the trial gives the first two
 * treatments that can be compared, in the order of the nodes, and says so. Several arms of one treatment are combined to one
 * group. A positive effect favours the first-named treatment.
 *
 * Throws what `contrasts` throws, and `BAD_NODES` where `nodes` are none or share an arm.
 *
 * @param question A question, or the id of one of `trials.questions`.
 * @param nodes The treatments; `treatmentNodes()` unless given.
 *
 * @example
 * import { networkContrasts, readTrials } from "@acumeta/trials";
 * const trials = await readTrials("datasets/pain-trials");
 * const answer = networkContrasts(trials, "low-back-pain/acupuncture-vs-sham/pain/long");
 * const haake = answer.effects.filter(({ provenance }) => provenance.trialId === "haake-2007");
 * haake.map(({ treat1, treat2 }) => [treat1, treat2]);
 * // => [["acupuncture", "sham"], ["acupuncture", "usual care"], ["sham", "usual care"]]
 */
export function networkContrasts(
  trials: Trials,
  question: Question | string,
  nodes: readonly NetworkNode[] = treatmentNodes(),
): NetworkAnswer {
  checkTables(trials);
  if (!areNodes(nodes)) throw metaError(badNodes(nodes));
  const asked = resolveQuestion(question, trials.questions);
  const pointsOf = groupBy(trials.armPoints, ({ trialId }) => trialId);
  const effects: NetworkTrialEffect[] = [];
  const notUsed: NotUsed[] = [];
  for (const tables of tablesPerTrial(trials)) {
    const { trialId } = tables.trial;
    const answer = answerNetworkTrial(tables, asked, { nodes, prescriptions: pointsOf.get(trialId) ?? [] });
    if (isNoEffect(answer)) notUsed.push({ trialId, ...reasonOf(answer.refusals, asked) });
    else effects.push(...answer);
  }
  return freeze({ question: asked, nodes, effects, notUsed });
}
