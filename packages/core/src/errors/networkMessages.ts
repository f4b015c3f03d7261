import { meantBy } from "./meantBy.js";
import { shown } from "./shown.js";

const listed = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");

const MOST_NAMED = 10;

/** At most so many names; how many more there are. */
function some(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return rest > 0 ? `${listed(names.slice(0, MOST_NAMED))} and ${rest} more` : listed(names);
}

/** What is wrong with a network. */
export const networkMessages = {
  notANetwork: ({ found }: { found: unknown }) => ({
    code: "NOT_A_NETWORK",
    found: shown(found),
    allowed: "a result of network",
    mend: "Fit the comparisons first: network(effects).",
  }),
  noComparisons: () => ({
    code: "NOT_A_NETWORK",
    found: "a network fitted to arms, which holds no comparisons",
    allowed: "a result of network",
    mend: "Compare the arms first: network(compareArms(arms, { measure })).",
  }),
  notATreatment: ({ study, column, found }: { study: string; column: string; found: unknown }) => ({
    code: "NOT_A_TREATMENT",
    where: { study, column },
    found: found === undefined ? `no ${column}` : shown(found),
    allowed: "the name of a treatment",
    mend: "Give each comparison treat1 and treat2: yi is the effect of treat1 against treat2.",
  }),
  notPatients: ({ study, column, found }: { study: string; column: string; found: unknown }) => ({
    code: "NOT_PATIENTS",
    where: { study, column },
    found: shown(found),
    allowed: "a number of patients above 0, or nothing",
    mend: "Leave it out where it is not known.",
  }),
  selfComparison: ({ study, treatment }: { study?: string; treatment: string }) => ({
    code: "SELF_COMPARISON",
    ...(study === undefined ? {} : { where: { study } }),
    found: `a comparison of ${JSON.stringify(treatment)} with itself`,
    allowed: "two treatments",
    mend: "Give arms that differ different names, or combine arms of one treatment first (combineGroups).",
  }),
  duplicateComparison: ({ study, treatments }: { study: string; treatments: readonly string[] }) => ({
    code: "DUPLICATE_COMPARISON",
    where: { study },
    found: `two comparisons of ${treatments.map((name) => JSON.stringify(name)).join(" with ")}`,
    allowed: "one for each pair of arms",
    mend: "Give trials that differ different names, and choose one outcome, week and scale for each trial.",
  }),
  incompleteTrial: ({
    study,
    arms,
    missing,
  }: {
    study: string;
    arms: readonly string[];
    missing: readonly string[];
  }) => ({
    code: "INCOMPLETE_TRIAL",
    where: { study },
    found: `${arms.length} arms (${some(arms)}) without ${missing.slice(0, MOST_NAMED).join("; ")}`,
    allowed: `all ${(arms.length * (arms.length - 1)) / 2} comparisons of its arms`,
    mend: "Their variances tell how the comparisons go together: compute all of them from the arms (compareArms), or give trials that differ different names.",
  }),
  inconsistentTrial: ({
    study,
    first,
    second,
    third,
    direct,
    sum,
    difference,
  }: {
    study: string;
    first: string;
    second: string;
    third: string;
    direct: number;
    sum: number;
    difference: number;
  }) => ({
    code: "INCONSISTENT_TRIAL",
    where: { study },
    found: `${first} against ${second} is ${short(direct)}, but ${first} against ${third} and ${third} against ${second} make ${short(sum)}: ${short(Math.abs(difference))} apart`,
    allowed: "comparisons that agree to a tenth of the smallest standard error",
    mend: "Check signs and directions (yi is treat1 against treat2), and that every comparison is on one scale, with one standard deviation for all arms.",
  }),
  impossibleVariances: ({ study, arms }: { study: string; arms: readonly string[] }) => ({
    code: "IMPOSSIBLE_VARIANCES",
    where: { study },
    found: `variances of the comparisons among ${some(arms)} that no arms can have`,
    allowed: "standard errors of which none is the sum of two others or more",
    mend: "Check that vi holds squared standard errors, of the same patients in every comparison.",
  }),
  unknownTreatment: ({ option, found, known }: { option: string; found: unknown; known: readonly string[] }) => ({
    code: "UNKNOWN_TREATMENT",
    where: { option },
    found: shown(found),
    allowed: some(known),
    mend: meantBy(found, known) ?? "Choose a treatment of the network.",
  }),
  notATrialModerator: ({ study, moderator, found }: { study: string; moderator: string; found: unknown }) => ({
    code: "NOT_A_TRIAL_MODERATOR",
    where: { study, column: moderator },
    found: found === undefined ? `no ${moderator}` : shown(found),
    allowed: "a number for each trial",
    mend: "Leave out trials of which it is not known, and give categories as numbers of 0 and 1.",
  }),
  moderatorVaries: ({ study, moderator, found }: { study: string; moderator: string; found: readonly number[] }) => ({
    code: "MODERATOR_VARIES",
    where: { study, column: moderator },
    found: found.join(" and "),
    allowed: "one value for all comparisons of a trial",
    mend: "What differs between arms is no moderator of the trial: make it part of the treatment's name, or a component.",
  }),
  moderatorConstant: ({ moderator, value }: { moderator: string; value: number }) => ({
    code: "MODERATOR_CONSTANT",
    where: { column: moderator },
    found: `${value} in every trial`,
    allowed: "values that differ between trials",
    mend: "Nothing can be learnt of it here.",
  }),
  slopesNotTold: ({ moderator, treatments }: { moderator: string; treatments: readonly string[] }) => ({
    code: "SLOPES_NOT_TOLD",
    where: { option: "interaction" },
    found: `nothing that tells the slope of ${some(treatments)} along ${moderator}`,
    allowed: "for each treatment trials whose moderator differs, or a loop that tells",
    mend: 'Choose the interaction "common" or "exchangeable", or leave these treatments out.',
  }),
  needsReml: ({ found }: { found: unknown }) => ({
    code: "NEEDS_REML",
    where: { option: "tau2" },
    found: shown(found),
    allowed: '"REML" with the interaction "exchangeable"',
    mend: "Its two variances are estimated together, by restricted likelihood.",
  }),
  notAnOrder: ({ found, names }: { found: unknown; names: readonly string[] }) => ({
    code: "NOT_AN_ORDER",
    where: { option: "order" },
    found: Array.isArray(found) ? listed(found.map(String)) : shown(found),
    allowed: `each of ${listed(names)} once`,
    mend: "List the treatments, those first that small trials would be expected to favour.",
  }),
  disconnectedNetwork: ({ parts }: { parts: readonly (readonly string[])[] }) => ({
    code: "DISCONNECTED_NETWORK",
    found: `${parts.length} parts that no trial joins: ${parts
      .slice(0, MOST_NAMED)
      .map((part, i) => `(${i + 1}) ${some(part)}`)
      .join("; ")}`,
    allowed: "a network in which trials lead from each treatment to every other",
    mend: `A trial of ${JSON.stringify(parts[0]![0])} against ${JSON.stringify(parts[1]![0])} would join the first two. Check the spelling of names, fit the part of one treatment (reference, with disconnected: "reference"), or use components that the parts have in common (componentNetwork).`,
  }),
};

/** As much of a number as a message needs. */
const short = (value: number): string => String(Number(value.toPrecision(4)));

/** What a reader of a network must know. */
export const networkWarningMessages = {
  saturatedNetwork: ({ chosen }: { chosen: string }) => ({
    code: "SATURATED",
    message:
      "No treatment effect is estimated twice: τ² can't be estimated and is taken as 0" +
      (chosen === "z" ? "." : `, with the interval "z" in place of "${chosen}".`),
    studies: [],
  }),
  roundedContrasts: ({ studies }: { studies: readonly string[] }) => ({
    code: "ROUNDED_CONTRASTS",
    message:
      "Comparisons of one trial that don't quite add up, as rounding would have it, are taken as the nearest that do.",
    studies,
  }),
  similarTreatments: ({ names }: { names: readonly (readonly string[])[] }) => ({
    code: "SIMILAR_TREATMENTS",
    message: `Treatments of nearly the same name count as different: ${names.map(listed).join("; ")}.`,
    studies: [],
  }),
  leftOutDisconnected: ({ studies }: { studies: readonly string[] }) => ({
    code: "LEFT_OUT_DISCONNECTED",
    message: "Trials that nothing connects with the reference are left out.",
    studies,
  }),
};
