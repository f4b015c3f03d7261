import { metaError, type Ranking } from "@acumeta/core";
import { checkArgument, isObject } from "../checkArgument.js";
import { messages } from "../messages.js";

/** Every treatment's name once, or a ranking (of `pScores`, `rankProbabilities`, `rankSets`), whose best come first. */
export type TreatmentOrder = readonly string[] | Ranking;

/** Treatments in a chosen order; in their own unless one is given. Throws `NOT_AN_ORDER`. */
export function orderTreatments(names: readonly string[], order: TreatmentOrder | undefined): readonly string[] {
  if (order === undefined) return names;
  checkArgument(isList(order) || isRanking(order), "order", order, "a list of names, or a ranking as pScores gives");
  const ordered = isList(order) ? order : bestFirst(order.treatments).map(({ name }) => name);
  const isComplete = ordered.length === names.length && names.every((name) => ordered.includes(name));
  if (!isComplete) throw metaError(messages.notAnOrder(ordered, names));
  return ordered;
}

/** By the score from high to low; what has the same score stays as given. */
function bestFirst<T extends { readonly score: number }>(ranked: readonly T[]): readonly T[] {
  return [...ranked].sort((a, b) => b.score - a.score);
}

function isList(order: TreatmentOrder): order is readonly string[] {
  return Array.isArray(order);
}

function isRanking(order: unknown): boolean {
  return (
    isObject(order) && "treatments" in order && Array.isArray(order.treatments) && order.treatments.every(isObject)
  );
}
