import type { Diagnosis } from "@acumeta/core";

/** Why a question of modifiers can't be asked. */
export const messages = {
  unknownOption: (found: string, known: readonly string[]): Diagnosis => ({
    code: "UNKNOWN_OPTION",
    where: { option: found },
    found: `the option "${found}"`,
    allowed: known.join(", "),
    mend: "Take one of these names.",
  }),
  unknownOutcome: (found: unknown): Diagnosis => ({
    code: "UNKNOWN_CHOICE",
    where: { option: "outcome" },
    found: String(found),
    allowed: "pain, disability",
    mend: "Choose one of these.",
  }),
  notSmd: (id: string, measure: string): Diagnosis => ({
    code: "NOT_SMD",
    where: { option: "question" },
    found: `${id}, which asks for ${measure}`,
    allowed: "a question with the measure SMD",
    mend: 'Ask it with measure: "SMD", as { ...question, measure: "SMD" }.',
  }),
  outOfRange: (option: string, found: unknown, allowed: string): Diagnosis => ({
    code: "OPTION_OUT_OF_RANGE",
    where: { option },
    found: String(found),
    allowed,
    mend: "The defaults suit most data.",
  }),
};

/** Why an effect is left out. */
export const leftOutReasons = {
  unknown: (what: string) => `not known ${what}`,
  alone: (level: string) => `the only trial ${level}`,
};

/** Why a question has no answer. */
export const unanswered = {
  noEffects: "no trial has such an effect",
  oneLevel: (level: string | null) =>
    level === null
      ? "of no two trials the same is known"
      : `all trials of which it is known, but for single ones, are ${level}`,
  confounded: "the trials do not tell it from what acupuncture was compared with",
  oneValue: "all trials of which it is known, but for one at most, have the same",
  tooFew: (trials: number, coefficients: number) =>
    `${trials} trials are too few for a model of ${coefficients} coefficients`,
};

/** Why a trial says nothing of time, and why no trials do. */
export const timeReasons = {
  noEnd: "not known when its treatment ended",
  tooFewWeeks: (until: number) => `fewer than two weeks reported from the end of treatment to ${until} weeks after it`,
  tooFewTrials: (trials: number) =>
    `${trials === 0 ? "no trial reports" : "one trial alone reports"} several weeks after treatment`,
};
