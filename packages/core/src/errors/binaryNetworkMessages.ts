import { type Diagnosis, describeDiagnosis } from "./metaError.js";
import { shown } from "./shown.js";

const quoted = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");

const MOST_SHOWN = 10;

/** What is wrong with the arms of trials, and with networks made of their counts. */
export const binaryNetworkMessages = {
  notListOfArms: ({ found }: { found: unknown }) => ({
    code: "NOT_ARMS",
    found: shown(found),
    allowed: "a list of arms, as [{ study, treatment, … }, …]",
    mend: found instanceof Promise ? "Await it first." : "Give one object for each arm of each trial.",
  }),
  noArms: () => ({
    code: "NO_ARMS",
    found: "no arms",
    allowed: "at least two arms of one trial",
    mend: "Check the filter or question that should select trials.",
  }),
  armsRefused: ({ problems }: { problems: readonly (Diagnosis & { readonly treatment: string | null })[] }) => ({
    code: "ARMS_REFUSED",
    found: problems.length === 1 ? "1 problem in the arms" : `${problems.length} problems in the arms`,
    allowed: "arms without problems",
    mend: `Mend ${problems.length === 1 ? "it" : "them"}:${problems.slice(0, MOST_SHOWN).map(problemLine).join("")}${
      problems.length > MOST_SHOWN ? `\n  … and ${problems.length - MOST_SHOWN} more` : ""
    }\n`,
  }),
  notAnArm: ({ found, place }: { found: unknown; place: number }) => ({
    code: "NOT_AN_ARM",
    found: `${shown(found)} as arm ${place}`,
    allowed: "an object { study, treatment, … }",
    mend: "Give one object for each arm of each trial.",
  }),
  armWithoutName: ({ column, found, place }: { column: "study" | "treatment"; found: unknown; place: number }) => ({
    code: "ARM_WITHOUT_NAME",
    where: { column },
    found: `${found === undefined ? `no ${column}` : shown(found)} in arm ${place}`,
    allowed: `the name of a ${column === "study" ? "trial" : "treatment"}, as text`,
    mend: "Every arm names its trial (study) and its treatment.",
  }),
  armWithoutValues: ({ found, missing, columns }: { found: object; missing: readonly string[]; columns: string }) => ({
    code: "ARM_WITHOUT_VALUES",
    where: { column: missing.join(", ") },
    found: `an arm with ${Object.keys(found).join(", ")}`,
    allowed: columns,
    mend: "Name the columns so, and leave out arms that do not report them.",
  }),
  loneArm: () => ({
    code: "LONE_ARM",
    found: "a trial of one arm",
    allowed: "two arms or more",
    mend: "Is the name of the study spelled alike in all its arms? Leave out what compares nothing.",
  }),
  duplicateArm: () => ({
    code: "DUPLICATE_ARM",
    found: "two arms",
    allowed: "one arm for each treatment of a trial",
    mend: "Combine them (counts are summed, means by combineGroups), or give treatments that differ different names.",
  }),
  mixedArms: () => ({
    code: "MIXED_ARMS",
    found: "a trial with estimates (yi, vi) of some arms and other values of others",
    allowed: "the same values of all arms of a trial",
    mend: "Give yi and vi of all its arms, or of none.",
  }),
  tooFewPatients: ({ found, needed, what }: { found: number; needed: number; what: string }) => ({
    code: "GROUPS_TOO_SMALL",
    found: `${found} patients`,
    allowed: `at least ${needed} for ${what}`,
    mend: "A standard deviation pooled over arms needs more patients than arms.",
  }),
  undefinedComparison: ({ measure, treatments, why }: { measure: string; treatments: string; why: string }) => ({
    code: "UNDEFINED_EFFECT",
    found: `no ${measure} of ${treatments} (${why})`,
    allowed: "values for which the measure is defined",
    mend: "Choose another measure or zero-cell policy, or leave the trial out.",
  }),
  notComparedByArms: ({ measure, known }: { measure: string; known: readonly string[] }) => ({
    code: "NOT_COMPARED_BY_ARMS",
    where: { option: "measure" },
    found: shown(measure),
    allowed: `${known.join(", ")}; of estimates (yi, vi) any measure of a difference`,
    mend: "Effects of other measures can be given to network as they are.",
  }),
  notForMethod: ({ option, method, methods }: { option: string; method: string; methods: readonly string[] }) => ({
    code: "NOT_FOR_METHOD",
    where: { option },
    found: `the option with method "${method}"`,
    allowed: methods.map((id) => `"${id}"`).join(", "),
    mend: "Leave the option out, or choose one of these methods.",
  }),
  separatedNetwork: ({ ahead, behind }: { ahead: readonly string[]; behind: readonly string[] }) => ({
    code: "SEPARATION",
    found: `trials in which nothing speaks against an infinite odds ratio of ${quoted(ahead)} against ${quoted(behind)}`,
    allowed: "treatments whose odds ratios have finite estimates",
    mend: 'Choose the method "Firth", whose estimates are finite, or leave out a treatment without events, or with only events.',
  }),
  noFiniteOddsRatio: () => ({
    code: "SEPARATION",
    found: "trials of which none of the same treatments have a finite odds ratio together",
    allowed: "events with one treatment and patients without event with another, and the other way round",
    mend: 'Choose the method "Firth", or let "MH" correct cells: zeroCells: { to: "only0" }.',
  }),
  parametersAtInfinity: () => ({
    code: "NOT_CONVERGED",
    found: "a likelihood whose maximum could not be found",
    allowed: "counts that determine the odds ratios",
    mend: 'Choose the method "Firth" or "MH", and check counts that are very large.',
  }),
};

function problemLine({ treatment, ...problem }: Diagnosis & { readonly treatment: string | null }): string {
  const found = treatment === null ? problem.found : `${problem.found}, treatment ${JSON.stringify(treatment)}`;
  return `\n  ${describeDiagnosis({ ...problem, found })}`;
}

/** What a reader of a network of counts must know. */
export const binaryNetworkWarningMessages = {
  silentTrials: ({ studies }: { studies: readonly string[] }) => ({
    code: "LEFT_OUT_SILENT",
    message:
      "Trials, and arms of trials, with no events or only events tell no odds ratio by this method and are left out: see leftOut.",
    studies,
  }),
  notRare: ({ studies }: { studies: readonly string[] }) => ({
    code: "NOT_RARE",
    message:
      'The approximation takes events for rare, but in some trials more than 1 patient in 10 has one: its odds ratios are too near 1. Compare with "NCH".',
    studies,
  }),
};
