import { answerSides } from "../contrasts/answerTrial.js";
import type { TrialTables } from "../contrasts/comparison.js";
import { eligibleSides } from "../contrasts/eligibleArms.js";
import { details } from "../contrasts/messages.js";
import type { Question } from "../contrasts/question.js";
import { isNoEffect, isRefusal, type NoEffect, type Refusal, refusal } from "../contrasts/refusal.js";
import type { ArmPoints } from "../schema/rows.js";
import { answerTogether } from "./answerTogether.js";
import { armsOfNodes, type NodeArms } from "./armsOfNodes.js";
import { notes } from "./messages.js";
import type { NetworkTrialEffect } from "./networkAnswer.js";
import type { NetworkNode } from "./nodes.js";

/**
 * The comparisons of one trial, or why there are none: all treatments together where three or more are reported alike, else the
 * first two, in the order of the network's treatments, that give an effect.
 */
export function answerNetworkTrial(
  tables: TrialTables,
  question: Question,
  { nodes, prescriptions }: { readonly nodes: readonly NetworkNode[]; readonly prescriptions: readonly ArmPoints[] },
): readonly NetworkTrialEffect[] | NoEffect {
  const { trial, arms } = tables;
  if (!question.conditions.includes(trial.conditionGroup))
    return { refusals: [refusal("OTHER_CONDITION", details.condition(trial))] };
  const compared = armsOfNodes(tables, nodes, prescriptions);
  if (compared.length < 2) return { refusals: [refusal("NO_COMPARATOR_ARM", details.arms(arms))] };
  const together = compared.length > 2 ? answerTogether(tables, question, compared) : { refusals: [] };
  return isNoEffect(together) ? firstPair(tables, question, compared) : together;
}

function firstPair(
  tables: TrialTables,
  question: Question,
  compared: readonly NodeArms[],
): readonly NetworkTrialEffect[] | NoEffect {
  const refusals: Refusal[] = [];
  for (const [one, other] of pairs(compared)) {
    const sides = eligibleSides(tables.arms, { allA: one.arms, allB: other.arms, separate: false });
    if (isRefusal(sides)) {
      refusals.push(sides);
      continue;
    }
    const answer = answerSides(tables, { ...question, arms: "combine" }, sides);
    if (isNoEffect(answer)) refusals.push(...answer.refusals);
    else {
      const passedOver = compared.filter((each) => each !== one && each !== other).map(({ node }) => node);
      return answer.map(({ provenance, ...effect }) => ({
        ...effect,
        treat1: one.node,
        treat2: other.node,
        provenance: {
          ...provenance,
          assumptions: [...provenance.assumptions, ...(passedOver.length > 0 ? [notes.notTogether(passedOver)] : [])],
        },
      }));
    }
  }
  return { refusals };
}

function pairs<T>(items: readonly T[]): readonly (readonly [T, T])[] {
  return items.flatMap((one, i) => items.slice(i + 1).map((other) => [one, other] as const));
}
