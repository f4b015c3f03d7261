import { freeze, isMetaError, metaError } from "@acumeta/core";
import type { Claim } from "@acumeta/trials";
import { type ClaimAnalysis, type ClaimData, type ClaimFinding, untestable } from "./analysis.js";
import { claimAnalyses } from "./claimAnalyses.js";

/** A claim with what the data say of it. */
export interface CheckedClaim
  extends Pick<Claim, "id" | "claim" | "kind" | "analysis" | "about" | "needs">,
    ClaimFinding {}

/**
 * What the data say of each claim: a verdict computed by the analysis that its row names, the numbers behind it, and the reason in
 * words. No verdict is anywhere typed in; what these data cannot test is said to be so, with what would test it.
 *
 * Throws `WRONG_ARGUMENT`, and `UNKNOWN_ANALYSIS` for a row that names none of `claimAnalyses`.
 *
 * @example
 * import { checkClaims } from "@acumeta/claims";
 * import { readClaims, readPublished, readTrials } from "@acumeta/trials";
 * const claims = await readClaims("datasets/claims");
 * const data = { trials: await readTrials("datasets/pain-trials"), published: await readPublished("datasets/published") };
 * const [first] = checkClaims(claims.slice(0, 1), data);
 * first.numbers.length; // => 4
 */
export function checkClaims(claims: readonly Claim[], data: ClaimData): readonly CheckedClaim[] {
  const isData = typeof data === "object" && data !== null && isObject(data.trials) && isObject(data.published);
  if (!Array.isArray(claims) || !claims.every(isObject))
    throw metaError(wrong("claims", "the claims that readClaims gives"));
  if (!isData) throw metaError(wrong("data", "{ trials, published }, as readTrials and readPublished give"));
  return freeze(claims.map((claim: Claim) => checked(claim, data)));
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

function checked({ id, claim, kind, analysis, about, needs }: Claim, data: ClaimData): CheckedClaim {
  const known: Readonly<Record<string, ClaimAnalysis>> = claimAnalyses;
  const found = Object.hasOwn(known, analysis) ? known[analysis]! : null;
  if (found === null) throw metaError(unknownAnalysis(id, analysis));
  return { id, claim, kind, analysis, about, needs, ...answered(() => found.run(data, about ?? "")) };
}

/** Data that an analysis refuses can't test the claim. */
function answered(run: () => ClaimFinding): ClaimFinding {
  try {
    return run();
  } catch (error) {
    if (isMetaError(error)) return untestable(error.message);
    throw error;
  }
}

const wrong = (option: string, allowed: string) => ({
  code: "WRONG_ARGUMENT",
  where: { option },
  found: "something else",
  allowed,
  mend: "Is the argument missing, or at another place? Reading is asynchronous: await it.",
});

const unknownAnalysis = (id: string, analysis: string) => ({
  code: "UNKNOWN_ANALYSIS",
  where: { study: id, column: "analysis" },
  found: JSON.stringify(analysis),
  allowed: Object.keys(claimAnalyses).join(", "),
  mend: 'Name one of these, or "none".',
});
