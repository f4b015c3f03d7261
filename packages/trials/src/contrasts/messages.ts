import type { Diagnosis } from "@acumeta/core";
import type { ArmKind } from "../schema/kinds.js";
import type { Arm, Trial } from "../schema/rows.js";
import type { Question } from "./question.js";
import type { NotUsedCode } from "./refusal.js";

const ADD_QUESTIONS = "add a questions.json to the folder (datasets/pain-trials/README.md describes it)";

/** What the list of questions says where there is none. */
export const noQuestions = `These trials come with no questions: ${ADD_QUESTIONS}.`;

/** Errors of a question that cannot be asked. */
export const questionErrors = {
  unknown: (id: string, nearest: readonly string[]): Diagnosis => ({
    code: "UNKNOWN_QUESTION",
    where: { option: "question" },
    found: `"${id}"`,
    allowed:
      nearest.length === 0 ? "a Question object: these trials come with no questions" : "an id in trials.questions",
    mend:
      nearest.length === 0
        ? `Give the question as an object, or ${ADD_QUESTIONS}.`
        : `Nearest ids: ${nearest.join(", ")}.`,
  }),
  malformed: (part: string, { found, allowed }: { found: string | undefined; allowed: string }): Diagnosis => ({
    code: "BAD_QUESTION",
    where: { option: part === "" ? "question" : `question: ${part}` },
    found: found ?? "nothing",
    allowed,
    mend: "datasets/pain-trials/README.md describes questions.",
  }),
  needsScale: (id: string): Diagnosis => ({
    code: "MD_NEEDS_SCALE",
    where: { option: `question ${id}: scale` },
    found: "measure MD without a scale",
    allowed: "one scale, so that the differences have one unit",
    mend: 'Name the scale ("VAS-100"), or use measure SMD.',
  }),
  emptyWindow: (id: string, { from, to, target }: Question["window"]): Diagnosis => ({
    code: "WINDOW_REVERSED",
    where: { option: `question ${id}: window` },
    found: `from ${from} to ${to} with target ${target}`,
    allowed: "from ≤ target ≤ to, in weeks",
    mend: "Are two of them exchanged?",
  }),
  sidesOverlap: (id: string, kinds: readonly ArmKind[]): Diagnosis => ({
    code: "SIDES_OVERLAP",
    where: { option: `question ${id}: comparator` },
    found: `${kinds.join(", ")} on both sides`,
    allowed: "each kind of arm on one side",
    mend: "Remove it from treatment or from comparator.",
  }),
};

/** Details of a refusal: the words a reason is made of. */
export const details = {
  condition: ({ condition, conditionGroup }: Trial) => `${condition} (${conditionGroup})`,
  arms: (arms: readonly Arm[]) => arms.map(({ arm, kind }) => `${arm} (${kind})`).join(", ") || "none",
  noSpread: (scale: string, week: number | null) => `means of ${scale} at ${weekText(week)}`,
  noInterval: (scale: string, week: number | null) => `a difference of ${scale} at ${weekText(week)}`,
  row: (scale: string, week: number | null) => `${scale} at ${weekText(week)}`,
};

/** The sentence for a code, from the details of its refusals. */
export const reasons: Readonly<Record<NotUsedCode, (details: readonly string[], question: Question) => string>> = {
  OTHER_CONDITION: ([condition]) => `The trial is about ${condition}.`,
  NO_TREATMENT_ARM: ([arms], { treatment }) => `No arm of kind ${treatment.join(" or ")}; the arms: ${arms}.`,
  NO_COMPARATOR_ARM: ([arms], { comparator }) => `No arm of kind ${comparator.join(" or ")}; the arms: ${arms}.`,
  CONFOUNDED_ARM: ([leftOut]) => `Nothing left to compare: ${leftOut}.`,
  OUTCOME_NOT_REPORTED: (_, { outcome }) => `No row of ${outcome} for these arms in the tables.`,
  SOURCE_NOT_ASKED: (_, { prefer }) => `Not reported as ${prefer.join(" or ")}, which the question asks for.`,
  WRONG_SCALE: (scales, { scale }) => `Reported on ${list(scales)}; the question asks for ${scale ?? "another scale"}.`,
  WRONG_MEASURE: (found, { measure }) => `Printed as ${list(found)}, which gives no ${measure}.`,
  UNPOOLABLE_ROW: (rows) => `Not to be pooled: ${list(rows)}.`,
  LOW_TRUST: (rows, { minimumTrust }) => `Trusted less than ${minimumTrust ?? "low"}: ${list(rows)}.`,
  NO_WEEK: (scales) => `No week is printed for ${list(scales)}, so it is in no window.`,
  OUTSIDE_WINDOW: (weeks, { window }) =>
    `Reported at week ${list(weeks.toSorted((a, b) => Number(a) - Number(b)))}; ` +
    `the question asks for weeks ${window.from} to ${window.to}.`,
  NO_DIRECTION: (scales) => `It is not known which end of ${list(scales)} is good.`,
  ONE_SIDE_ONLY: (arms) => `Reported in the window for ${list(arms)}, but on no scale and week for both sides.`,
  NO_NUMBERS: (rows, { measure }) => `The numbers that ${measure} needs are not printed: ${list(rows)}.`,
  NO_SPREAD: (rows) => `Printed without SD, SE or confidence interval: ${list(rows)}.`,
  NO_N: (rows) => `The number of patients per arm is not printed, neither analysed nor randomised: ${list(rows)}.`,
  NO_EVENTS: (rows) => `No patient, or every patient, had the event in all arms; a ratio is undefined: ${list(rows)}.`,
};

/** What the trials that one code turned away have in common, after "12 trials:". */
export const shortReasons: Readonly<Record<NotUsedCode, string>> = {
  OTHER_CONDITION: "about another condition",
  NO_TREATMENT_ARM: "no arm of the treatment",
  NO_COMPARATOR_ARM: "no arm of the comparator",
  CONFOUNDED_ARM: "an added treatment that the other side did not get",
  OUTCOME_NOT_REPORTED: "the outcome is not reported for these arms",
  SOURCE_NOT_ASKED: "reported in a form that the question does not ask for",
  WRONG_SCALE: "reported on another scale",
  WRONG_MEASURE: "printed as another measure",
  UNPOOLABLE_ROW: "marked as not to be pooled",
  LOW_TRUST: "trusted less than the question asks for",
  NO_WEEK: "no week is printed",
  OUTSIDE_WINDOW: "reported outside the window of weeks",
  NO_DIRECTION: "not known which end of the scale is good",
  ONE_SIDE_ONLY: "reported for one side only",
  NO_NUMBERS: "the numbers needed are not printed",
  NO_SPREAD: "no SD, SE or confidence interval is printed",
  NO_N: "the number of patients is not printed",
  NO_EVENTS: "no event, or only events, in all arms",
};

/** Assumptions, as they stand in `provenance.assumptions`. */
export const assumptions = {
  responders: (scale: string) =>
    `responders (${scale}) taken for the outcome itself: an SMD of a score that nobody printed, by Chinn's formula`,
  randomised: (arm: string, n: number) => `n randomised (${n}) used for n analysed, which is not printed: ${arm}`,
  adjusted: "SD back-calculated from the interval: if the printed difference was adjusted, it is the residual SD",
  sdOfChange: "standardised by the SD of change scores, not of endpoint scores",
  asymmetric: (scale: string) =>
    `the interval as printed is not symmetric about the estimate on ${scale}; its width is used`,
  pooledArm: (arm: string) => `${arm} stands for the arms it pools`,
  addOn: (arm: string) => `arm ${arm} left out: it also received an active treatment that the other side did not`,
  armWithoutRow: (arms: readonly string[]) => `eligible, but without a usable row here: ${arms.join(", ")}`,
  otherScales: (scale: string, others: readonly string[]) =>
    `of several scales ${scale} was taken (most arms, then nearest week, then first in the file); not ${others.join(", ")}`,
  passedOver: (scale: string) =>
    `rows on ${scale} passed over, which could have answered: no table says which end of it is good (scales.csv)`,
  otherContrasts: (count: number) =>
    `${count} more printed difference(s) of other arms at this week cannot be combined with it`,
  sharedSd: "printed differences with one side in common were rebuilt as groups; that side has their pooled SD",
};

/** Rules of this package, as they stand in `provenance.rules` after those of the effect size. */
export const rules = {
  combined: (arms: readonly string[]) => `${arms.join(" + ")} combined (Cochrane Handbook 6.5.2.10)`,
  summed: (arms: readonly string[]) => `${arms.join(" + ")} combined: events and patients added`,
  counts: (measure: string) => `${measure} from events and patients`,
  reversed: (scale: string) =>
    `sign reversed: lower is better on ${scale}, so positive favours the first-named treatment`,
  exchanged: "sign reversed: the paper subtracts the first-named treatment from the comparator",
  rebuilt: "groups rebuilt from the difference: SD = SE / √(1/n1 + 1/n2) (Cochrane Handbook 6.5.2.3)",
  published: (measure: string) => `${measure} with its interval as printed`,
};

function weekText(week: number | null): string {
  return week === null ? "an unstated week" : `week ${week}`;
}

function list(items: readonly string[]): string {
  return items.join(", ");
}
