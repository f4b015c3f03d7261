import type { Diagnosis } from "@acumeta/core";

/** Why naive effects can't be computed. */
export const messages = {
  noEffects: (): Diagnosis => ({
    code: "NO_EFFECTS",
    found: "no trial with both a list of points and an effect",
    allowed: "at least one",
    mend: "Check that prescriptions and effects use the same trial ids.",
  }),
  repeatedTrial: (trialId: string): Diagnosis => ({
    code: "REPEATED_TRIAL",
    where: { study: trialId },
    found: "more than one effect, or prescription, of this trial",
    allowed: "one each for a trial",
    mend: "Choose one effect (pointTrialEffects does), and one prescription, for every trial.",
  }),
  notANumber: (
    trialId: string,
    { column, found, allowed }: { column: string; found: unknown; allowed: string },
  ): Diagnosis => ({
    code: "NOT_A_VALID_NUMBER",
    where: { study: trialId, column },
    found: String(found),
    allowed,
    mend: "Leave out trials without an effect (pointTrialEffects does); null stands for a number of patients not known.",
  }),
  outOfRange: (option: string, found: unknown, allowed: string): Diagnosis => ({
    code: "OPTION_OUT_OF_RANGE",
    where: { option },
    found: String(found),
    allowed,
    mend: "The defaults suit most data.",
  }),
};
