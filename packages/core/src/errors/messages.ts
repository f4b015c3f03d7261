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
  boundsReversed: ({ lower, upper }: { lower: number; upper: number }) => ({
    code: "BOUNDS_REVERSED",
    found: `a lower bound ${lower} and an upper bound ${upper}`,
    allowed: "lower < upper",
    mend: "Were the bounds swapped, or a sign lost?",
  }),
  estimateIsZero: () => ({
    code: "ESTIMATE_IS_ZERO",
    where: { column: "estimate" },
    found: "0",
    allowed: "an estimate other than 0",
    mend: "A test of an estimate of 0 tells nothing of its standard error.",
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
  notConverged: ({ method, iterations }: { method: string; iterations: number }) => ({
    code: "NOT_CONVERGED",
    message: `τ² by ${method} had not settled after ${iterations} iterations.`,
    studies: [],
  }),
} as const;
