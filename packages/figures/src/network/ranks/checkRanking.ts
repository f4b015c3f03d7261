import { metaError, type Ranked, type Ranking } from "@acumeta/core";
import { checkArgument, isObject } from "../../checkArgument.js";
import { messages } from "../../messages.js";

/** The ranked, the highest score first. Refuses (`WRONG_ARGUMENT`, `NOTHING_TO_DRAW`) what is no ranking. */
export function checkRanking<R extends Ranked>(ranking: Ranking & { readonly treatments: readonly R[] }): readonly R[] {
  const isRanking =
    isObject(ranking) &&
    "treatments" in ranking &&
    Array.isArray(ranking.treatments) &&
    ranking.treatments.every((each: unknown) => isObject(each) && "score" in each && "rank" in each);
  checkArgument(isRanking, "ranking", ranking, "what rankSets, rankProbabilities or pScores gives");
  if (ranking.treatments.length === 0) throw metaError(messages.nothingToDraw("treatment"));
  return [...ranking.treatments].sort((a, b) => b.score - a.score);
}

/** "2 to 5", or the one rank. */
export function limitsText({ lower, upper }: Ranked["rank"]): string {
  return lower === upper ? String(lower) : `${lower} to ${upper}`;
}
