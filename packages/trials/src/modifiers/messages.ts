import type { Diagnosis } from "@acumeta/core";

/** An effect of a trial that the tables do not have. */
export function strangeTrial(trialId: string): Diagnosis {
  return {
    code: "UNKNOWN_TRIAL",
    where: { study: trialId },
    found: `an effect of ${trialId}`,
    allowed: "effects of the trials of these tables",
    mend: "Make the effects by contrasts() from the same tables.",
  };
}
