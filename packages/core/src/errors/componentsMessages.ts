import { meantBy } from "./meantBy.js";
import { shown } from "./shown.js";

const MOST_NAMED = 10;

/** At most so many names; how many more there are. */
function some(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).map((name) => JSON.stringify(name));
  const rest = names.length - named.length;
  return rest > 0 ? `${named.join(", ")} and ${rest} more` : named.join(", ");
}

/** What is wrong with components. */
export const componentsMessages = {
  emptyComponent: ({ treatment, separator }: { treatment: string; separator: string }) => ({
    code: "EMPTY_COMPONENT",
    found: `a component without a name in ${JSON.stringify(treatment)}`,
    allowed: `names joined by ${JSON.stringify(separator)}`,
    mend: "Mend the name, choose another separator, or tell what it is made of by the option components.",
  }),
  unknownComponent: ({ option, found, known }: { option: string; found: unknown; known: readonly string[] }) => ({
    code: "UNKNOWN_COMPONENT",
    where: { option },
    found: shown(found),
    allowed: known.length === 0 ? "no component: none has an effect" : some(known),
    mend: meantBy(found, known) ?? "Choose components of the treatments.",
  }),
  badComponentOption: ({ option, found, allowed }: { option: string; found: unknown; allowed: string }) => ({
    code: "BAD_COMPONENT_OPTION",
    where: { option },
    found: shown(found),
    allowed,
    mend: "Leave it out, or give it so.",
  }),
  neverTogether: ({ interaction }: { interaction: string }) => ({
    code: "NEVER_TOGETHER",
    where: { option: "interactions" },
    found: JSON.stringify(interaction),
    allowed: 'two or more components of one treatment, as "A*B"',
    mend: "Nothing can be learnt of an interaction of components that no treatment has together.",
  }),
  repeatedInteraction: ({ interaction }: { interaction: string }) => ({
    code: "REPEATED_INTERACTION",
    where: { option: "interactions" },
    found: `${JSON.stringify(interaction)} again`,
    allowed: "each interaction once, under a name that no component has",
    mend: 'The order of components makes no difference: "A*B" is "B*A".',
  }),
  noComponents: () => ({
    code: "NO_COMPONENTS",
    found: "trials in which every arm has the same components",
    allowed: "trials whose arms differ in components",
    mend: "Check the separator, the table of components, and which component is inactive.",
  }),
  variancesTooFarApart: ({ variances }: { variances: Float64Array }) => ({
    code: "VARIANCES_TOO_FAR_APART",
    found: `variances from ${Math.min(...variances).toPrecision(2)} to ${Math.max(...variances).toPrecision(2)}`,
    allowed: "variances whose weights double precision can add up",
    mend: "Check that vi holds squared standard errors, all on one scale.",
  }),
  notAComponentNetwork: ({ found }: { found: unknown }) => ({
    code: "NOT_A_COMPONENT_NETWORK",
    found: shown(found),
    allowed: "a result of componentNetwork",
    mend: "Fit the comparisons first: componentNetwork(effects).",
  }),
  combinationNotEstimable: ({
    combination,
    against,
    because,
  }: {
    combination: string;
    against: string | null;
    because: readonly string[];
  }) => ({
    code: "NOT_ESTIMABLE",
    found: `${JSON.stringify(combination)} against ${against === null ? "none of its components" : JSON.stringify(against)}`,
    allowed: "combinations that the trials tell apart",
    mend: `What the trials can't tell: ${because.join("; ")}.`,
  }),
  meanNotTold: () => ({
    code: "MEAN_NOT_TOLD",
    where: { option: "mean" },
    found: "trials that don't tell components from their mean",
    allowed:
      'trials that compare arms of more components with arms of fewer, and tell two or more effects apart; or the mean "zero"',
    mend: 'Choose the mean "zero", or name the inactive component.',
  }),
};

/** What a reader of components must know. */
export const componentsWarningMessages = {
  componentsNotEstimable: ({ because, nothingIsZero }: { because: readonly string[]; nothingIsZero: boolean }) => ({
    code: "NOT_ESTIMABLE",
    message: `Components without an estimate of their own: ${because.join("; ")}.${nothingIsZero ? " To measure all against one of them, such as placebo, name it: inactive." : ""}`,
    studies: [],
  }),
  joinedByComponents: ({ parts }: { parts: number }) => ({
    code: "JOINED_BY_COMPONENTS",
    message: `${parts} parts of the network that no trial joins are compared by the components that they have in common, if any: that these do the same in all parts, and add up, can't be tested.`,
    studies: [],
  }),
  sameComponents: ({ treatments }: { treatments: readonly (readonly string[])[] }) => ({
    code: "SAME_COMPONENTS",
    message: `Treatments of the same components have the same effect here, but each its own in the network that additivity is tested against: ${treatments.map(some).join("; ")}.`,
    studies: [],
  }),
  unusedComponents: ({ treatments }: { treatments: readonly string[] }) => ({
    code: "UNUSED_COMPONENTS",
    message: `The option components tells of treatments that no trial has: ${some(treatments)}.`,
    studies: [],
  }),
  noVariance: ({ of }: { of: string }) => ({
    code: "NO_VARIANCE",
    message: `The variance of ${of} is estimated as 0, its lower bound, so that all are drawn together and their intervals say nothing of how sure that is: look at the interval of the variance.`,
    studies: [],
  }),
  selectedByData: ({ candidates }: { candidates: number }) => ({
    code: "SELECTED_BY_DATA",
    message: `The data chose among ${candidates} interactions: p-values and intervals of the model chosen promise too much, and other trials may choose others.`,
    studies: [],
  }),
  selectionDisconnected: ({ parts }: { parts: number }) => ({
    code: "SELECTION_DISCONNECTED",
    message: `In a network of ${parts} parts that no trial joins, selection often misses interactions that are there or finds others: take it as a question, not as an answer.`,
    studies: [],
  }),
};
