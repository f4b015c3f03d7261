import type { Diagnosis } from "@acumeta/core";

/** Every error text of models of points. */
export const messages = {
  notAPair: (found: unknown): Diagnosis => ({
    code: "NOT_A_PAIR",
    where: { option: "pairs" },
    found: JSON.stringify(found) ?? String(found),
    allowed: 'two different points, as "BL23+GV3"',
    mend: "Give the codes of two points with + between them.",
  }),
  pairInNoTrial: (pairs: readonly string[]): Diagnosis => ({
    code: "PAIR_IN_NO_TRIAL",
    where: { option: "pairs" },
    found: `${pairs.join(", ")}, which no trial has`,
    allowed: "pairs of points, by their codes, that a trial has both of",
    mend: "Check the codes, or leave these pairs out.",
  }),
  tooFewTrials: (k: number, needed: number): Diagnosis => ({
    code: "TOO_FEW_TRIALS",
    found: `${k} trials with both points and an effect`,
    allowed: `at least ${needed}`,
    mend: 'Ask of more conditions, or trust more lists: pointTrials(trials, { minimumTrust: "low" }).',
  }),
} as const;
