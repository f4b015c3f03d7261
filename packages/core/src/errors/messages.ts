import type { Diagnosis } from "./metaError.js";

type Message = (facts: never) => Diagnosis;

/** Every text of this package that tells a person what is wrong, by what is wrong. */
export const messages = {
  unknownChoice: ({ option, id, known }: { option: string; id: unknown; known: readonly string[] }) => ({
    code: "UNKNOWN_CHOICE",
    where: { option },
    found: JSON.stringify(id) ?? String(id),
    allowed: known.join(", "),
    mend: "Choose one of these ids; they are case-sensitive.",
  }),
  unknownOption: ({
    found,
    known,
    meant = null,
  }: {
    found: unknown;
    known: readonly string[];
    meant?: string | null;
  }) => ({
    code: "UNKNOWN_OPTION",
    where: { option: "options" },
    found: JSON.stringify(found) ?? String(found),
    allowed: `an object with ${known.join(", ")}`,
    mend: meant === null ? 'Options are an object, as { tau2: "DL" }.' : `Did you mean ${meant}?`,
  }),
  repeatedId: ({ id }: { id: string }) => ({
    code: "REPEATED_ID",
    where: { option: "id" },
    found: `two entries named ${JSON.stringify(id)}`,
    allowed: "an id of its own for each entry",
    mend: "Rename one of them.",
  }),
  levelOutOfRange: ({ level }: { level: number }) => ({
    code: "LEVEL_OUT_OF_RANGE",
    where: { option: "level" },
    found: String(level),
    allowed: "a number between 0 and 1",
    mend: "A 95 % interval is level 0.95.",
  }),
  noEffects: () => ({
    code: "NO_EFFECTS",
    found: "no effects",
    allowed: "at least one effect",
    mend: "Check the filter or question that should select trials.",
  }),
  tooFewEffects: ({ k, needed, what }: { k: number; needed: number; what: string }) => ({
    code: "TOO_FEW_EFFECTS",
    found: `${k} effect${k === 1 ? "" : "s"}`,
    allowed: `at least ${needed} for ${what}`,
    mend: "Add studies, or do without this analysis.",
  }),
  mixedMeasures: ({ found, study }: { found: readonly string[]; study: string }) => ({
    code: "MIXED_MEASURES",
    where: { study },
    found: `the measures ${found.join(" and ")}`,
    allowed: "effects of one measure",
    mend: "Pool each measure on its own, or convert first (oddsRatioToSmd).",
  }),
  effectNotFinite: ({ study, column, value }: { study: string; column: string; value: unknown }) => ({
    code: "NOT_FINITE",
    where: { study, column },
    found: String(value),
    allowed: "a finite number",
    mend: "Leave out studies without an estimate or a variance, and an n that is not known.",
  }),
  varianceNotPositive: ({ study, value }: { study: string; value: number }) => ({
    code: "VARIANCE_NOT_POSITIVE",
    where: { study, column: "vi" },
    found: String(value),
    allowed: "a variance above 0",
    mend: "vi is the squared standard error; for zero cells choose a correction.",
  }),
  effectOutOfRange: ({ study, column, value }: { study: string; column: string; value: number }) => ({
    code: "OUT_OF_RANGE",
    where: { study, column },
    found: String(value),
    allowed: "|yi| ≤ 1e30 and 1e-40 ≤ vi ≤ 1e60",
    mend: "Change the unit of the outcome.",
  }),
  resultOutOfRange: ({ column, value }: { column: string; value: number }) => ({
    code: "OUT_OF_RANGE",
    where: { column },
    found: `values that make it ${value}`,
    allowed: "results within double precision, up to about 1e308",
    mend: "Check the values for misplaced digits, or change the unit of the outcome.",
  }),
  badOffsets: ({ found }: { found: string }) => ({
    code: "BAD_OFFSETS",
    where: { column: "offsets" },
    found,
    allowed: "0 first, the number of effects last, every next one larger",
    mend: "Group g holds the effects offsets[g] up to, but without, offsets[g + 1].",
  }),
  unequalColumns: ({ lengths }: { lengths: Readonly<Record<string, number>> }) => ({
    code: "UNEQUAL_COLUMNS",
    found: Object.entries(lengths)
      .map(([name, length]) => `${name}: ${length} values`)
      .join(", "),
    allowed: "columns of equal length",
    mend: "Every column has one value for each study.",
  }),
  notANumber: ({ column, value, allowed }: { column: string; value: unknown; allowed: string }) => ({
    code: "NOT_A_VALID_NUMBER",
    where: { column },
    found: String(value),
    allowed,
    mend: "Check the value against the paper.",
  }),
  groupTooSmall: ({ n1, n2 }: { n1: number; n2: number }) => ({
    code: "GROUPS_TOO_SMALL",
    found: `groups of ${n1} and ${n2}`,
    allowed: "at least 1 patient in each and 4 in both (5 for the variance H0)",
    mend: "A standardised mean difference needs more than one degree of freedom.",
  }),
  noSpread: () => ({
    code: "NO_SPREAD",
    where: { column: "sd" },
    found: "a standard deviation of 0",
    allowed: "a standard deviation above 0",
    mend: "A difference can't be standardised by 0; check the standard deviations.",
  }),
  eventsExceedTotal: ({ events, total }: { events: number; total: number }) => ({
    code: "EVENTS_EXCEED_TOTAL",
    found: `${events} events among ${total} patients`,
    allowed: "events ≤ total",
    mend: events <= 100 ? "Is it a percentage? Give counts." : "Check both columns against the paper.",
  }),
  zeroCell: ({ measure }: { measure: string }) => ({
    code: "ZERO_CELL",
    found: "a table with a zero cell and no correction",
    allowed: `no zero cell, for a ${measure}`,
    mend: 'Choose a correction: { add: 0.5, to: "only0" }.',
  }),
  doubleZero: () => ({
    code: "DOUBLE_ZERO",
    found: "no events, or only events, in both groups",
    allowed: "events in some patients, with dropDoubleZero",
    mend: "Leave the study out, or set dropDoubleZero to false.",
  }),
  noEvents: () => ({
    code: "NO_EVENTS",
    found: "no study with events in some patients and not in others",
    allowed: "at least one such study",
    mend: "Nothing can be said of a ratio: report the upper limit of each risk (exactProportionInterval).",
  }),
  separation: () => ({
    code: "SEPARATION",
    found: "a group that has no events, or only events, in every study",
    allowed: "events in some patients of each group and not in others",
    mend: "The estimate is infinite: pool risk differences, or give exact intervals of each risk.",
  }),
  tau2Unbounded: () => ({
    code: "TAU2_UNBOUNDED",
    where: { option: "tau2" },
    found: "a likelihood that grows with τ² without end",
    allowed: "studies that are not all without events or with only events",
    mend: 'Fit one effect (tau2: "EE"), or describe the studies one by one.',
  }),
  undefinedEffect: ({ measure, why }: { measure: string; why: string }) => ({
    code: "UNDEFINED_EFFECT",
    found: `values without a ${measure} (${why})`,
    allowed: "values for which the measure is defined",
    mend: "Choose another measure or zero-cell policy, or leave the study out; effectSizes keeps such rows in place.",
  }),
  notThatMeasure: ({ found, wanted, standsFor }: { found: string; wanted: string; standsFor: string | null }) => ({
    code: "NOT_THAT_MEASURE",
    where: { option: "measure" },
    found: `a ${found} to be taken for a ${wanted}`,
    allowed: standsFor === null ? `none: a ${found} stands for no other measure` : standsFor,
    mend: "Compute both effects by one measure, or pool each on its own.",
  }),
  needsWholeTable: ({ option, id }: { option: string; id: string }) => ({
    code: "NEEDS_WHOLE_TABLE",
    where: { option },
    found: `"${id}" for a single study`,
    allowed: "a table of studies",
    mend: "Use effectSizes(measure, columns, options).",
  }),
  missingInput: ({ allowed }: { allowed: string }) => ({
    code: "MISSING_INPUT",
    found: "none of them",
    allowed,
    mend: "Give at least one.",
  }),
  needsOtherNumbers: ({ rule, found, needed }: { rule: string; found: string; needed: string }) => ({
    code: "NEEDS_OTHER_NUMBERS",
    found,
    allowed: `${needed}, for ${rule}`,
    mend: "Give those numbers, or choose another rule.",
  }),
  boundsReversed: ({ lower, upper }: { lower: number; upper: number }) => ({
    code: "BOUNDS_REVERSED",
    found: `a lower bound ${lower} and an upper bound ${upper}`,
    allowed: "lower < upper",
    mend: "Were the bounds swapped, or a sign lost?",
  }),
  badOrder: ({ study, key }: { study: string; key: unknown }) => ({
    code: "BAD_ORDER",
    where: { study, option: "order" },
    found: JSON.stringify(key) ?? String(key),
    allowed: "a number for each effect, or a text for each",
    mend: "Leave out studies whose place in the order is not known.",
  }),
  noGroup: ({ study, label }: { study: string; label: unknown }) => ({
    code: "NO_GROUP",
    where: { study, option: "by" },
    found: JSON.stringify(label) ?? String(label),
    allowed: "a text, a number, true or false: the group of the study",
    mend: 'Leave out studies whose group is not known, or name it: "unclear".',
  }),
  oneGroup: ({ label, k }: { label: string; k: number }) => ({
    code: "ONE_GROUP",
    where: { option: "by" },
    found: `all ${k} effects in the group ${JSON.stringify(label)}`,
    allowed: "at least two groups",
    mend: "Check what groups the studies; for one group use pool.",
  }),
  badSteps: ({ found, allowed }: { found: string; allowed: string }) => ({
    code: "BAD_STEPS",
    where: { option: "steps" },
    found,
    allowed,
    mend: "One-sided p-values: 0.025 is where a two-sided test at 5 % turns significant.",
  }),
  badDelta: ({ found, allowed }: { found: string; allowed: string }) => ({
    code: "BAD_DELTA",
    where: { option: "delta" },
    found,
    allowed,
    mend: "Give a value for each parameter to hold, and null for each to estimate.",
  }),
  estimateIsZero: () => ({
    code: "ESTIMATE_IS_ZERO",
    where: { column: "estimate" },
    found: "0",
    allowed: "an estimate other than 0",
    mend: "A test of an estimate of 0 tells nothing of its standard error.",
  }),
  needsOtherRows: ({ test, needs, found }: { test: string; needs: "events" | "groups"; found: string }) => ({
    code: "NEEDS_OTHER_ROWS",
    where: { option: "test" },
    found: `${found} for the test "${test}"`,
    allowed: needs === "events" ? "tables { a, n1, c, n2 }" : "groups { n1, m1, sd1, n2, m2, sd2 }",
    mend: "Give what each study reports, or choose a test of effects (biasTests[test].rows).",
  }),
  samePrecision: () => ({
    code: "SAME_PRECISION",
    where: { column: "vi" },
    found: "the same variance for every study",
    allowed: "studies of different precision",
    mend: "Nothing can be told of small studies where none is smaller; do without this analysis.",
  }),
  missingSampleSize: ({ study, id }: { study: string; id: string }) => ({
    code: "MISSING_SAMPLE_SIZE",
    where: { study, column: "n" },
    found: "no number of patients above 0",
    allowed: `n of every study, for the predictor "${id}"`,
    mend: 'Give n, or choose the predictor "sei".',
  }),
} as const satisfies Readonly<Record<string, Message>>;

/** Every text that travels with a valid result. */
export const warningMessages = {
  singleStudy: ({ study, chosen }: { study: string; chosen: string }) => ({
    code: "SINGLE_STUDY",
    message:
      "One study: τ² can't be estimated and is taken as 0; the result is that study's own" +
      (chosen === "z" ? "." : `, with the interval "z" in place of "${chosen}".`),
    studies: [study],
  }),
  singleInGroup: ({ study, chosen }: { study: string; chosen: string }) => ({
    code: "SINGLE_STUDY",
    message:
      "One study in the group: its variance is enlarged by the τ² common to all groups" +
      (chosen === "z" ? "." : `, and its interval is "z" in place of "${chosen}".`),
    studies: [study],
  }),
  fewInGroup: ({ groups, studies }: { groups: readonly string[]; studies: readonly string[] }) => ({
    code: "FEW_IN_GROUP",
    message: `Groups of five studies or fewer (${groups.join(", ")}) give a poor estimate of their own τ²: compare with commonTau2.`,
    studies,
  }),
  sharedArm: ({ arms, studies }: { arms: readonly string[]; studies: readonly string[] }) => ({
    code: "SHARED_ARM",
    message: `Effects that share a group of patients (${arms.join(", ")}) are pooled as if independent: the interval is too narrow.`,
    studies,
  }),
  duplicateStudy: ({ studies }: { studies: readonly string[] }) => ({
    code: "DUPLICATE_STUDY",
    message: `More than one effect is named ${studies.join(", ")}: are the same patients counted twice?`,
    studies,
  }),
  zeroSpread: ({ method }: { method: string }) => ({
    code: "ZERO_SPREAD",
    message: `All effects are the same, so the ${method} interval has width 0 and says nothing of precision: choose "HKSJ-adhoc" or "z".`,
    studies: [],
  }),
  narrowerThanZ: ({ method }: { method: string }) => ({
    code: "NARROWER_THAN_Z",
    message: `The effects lie closer together than their variances let expect, so the ${method} interval is narrower than the "z" interval and may promise too much: compare with "HKSJ-adhoc".`,
    studies: [],
  }),
  emptyIntervals: ({ intervals }: { intervals: readonly string[] }) => ({
    code: "EMPTY_INTERVAL",
    message: `No study has a p-value in ${intervals.join(", ")}: the weight there isn't estimated from data; choose other steps.`,
    studies: [],
  }),
  searchBound: ({ parameters }: { parameters: readonly string[] }) => ({
    code: "AT_SEARCH_BOUND",
    message: `The likelihood still rises at the bound of the search for ${parameters.join(", ")}: these studies don't identify the model.`,
    studies: [],
  }),
  searchNotConverged: ({ iterations }: { iterations: number }) => ({
    code: "NOT_CONVERGED",
    message: `The search for the highest likelihood had not settled after ${iterations} iterations.`,
    studies: [],
  }),
  notIdentified: () => ({
    code: "NOT_IDENTIFIED",
    message: "The likelihood is flat in some direction at its maximum: these studies hardly identify the model.",
    studies: [],
  }),
  notConverged: ({ method, iterations }: { method: string; iterations: number }) => ({
    code: "NOT_CONVERGED",
    message: `τ² by ${method} had not settled after ${iterations} iterations.`,
    studies: [],
  }),
} as const;
