import { type ClaimData, checkClaims } from "@acumeta/claims";
import type { Claim } from "@acumeta/trials";
import { version } from "../version.js";
import { answerQuestion } from "./answerQuestion.js";
import { pointResults } from "./pointResults.js";
import type { Results } from "./results.js";

/** Answers every named question, ranks the points and checks the claims. */
export function computeResults({ trials, published }: ClaimData, claims: readonly Claim[]): Results {
  return {
    acumeta: version,
    trials: trials.trials.length,
    warnings: trials.warnings,
    questions: trials.questions.map((question) => answerQuestion(trials, question)),
    points: pointResults(trials, published.points),
    published: published.pooled,
    claims: checkClaims(claims, { trials, published }),
  };
}
