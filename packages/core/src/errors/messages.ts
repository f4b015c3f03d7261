import { binaryNetworkMessages, binaryNetworkWarningMessages } from "./binaryNetworkMessages.js";
import { caretBelow } from "./caretBelow.js";
import { componentsMessages, componentsWarningMessages } from "./componentsMessages.js";
import { inconsistencyMessages, inconsistencyWarningMessages } from "./inconsistencyMessages.js";
import { meantBy } from "./meantBy.js";
import { membershipMessages, membershipWarningMessages } from "./membershipMessages.js";
import type { Diagnosis } from "./metaError.js";
import { networkMessages, networkWarningMessages } from "./networkMessages.js";
import { ranksMessages } from "./ranksMessages.js";
import { shown } from "./shown.js";

type Message = (facts: never) => Diagnosis;

/** A bound as a message shows it, on its near side. */
function rounded(bound: number): number {
  return Math.floor(bound * 1000) / 1000;
}

/** Whether a value is a text that holds a number. */
function isNumeric(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
}

/** How to make a list of effects of what was given in its place. */
function howToList(found: unknown): string {
  if (found instanceof Promise) return "Await it first.";
  if (typeof found !== "object" || found === null) return "Give one object for each study.";
  if ("effects" in found) return "Give its effects: pool(answer.effects).";
  if ("yi" in found && Array.isArray(found.yi)) return "Give one object for each study, not a column for each value.";
  return "Give one object for each study, in a list even where there is only one.";
}

/** What to do instead of explaining effects by a part of themselves. */
function howToAskOf(part: string): string {
  if (part === "yi") return "An effect explains itself whatever the studies are: name what is known of them besides.";
  if (part === "measure") return "Effects of one fit have one measure: fit each measure on its own.";
  return 'Whether small studies show other effects is asked by biasTest; as a moderator all the same it needs a name of its own: await deriveModerators(effects, { standardError: "sqrt(vi)" }).';
}

/** Every text of this package that tells a person what is wrong, by what is wrong. */
export const messages = {
  ...binaryNetworkMessages,
  ...networkMessages,
  ...componentsMessages,
  ...inconsistencyMessages,
  ...membershipMessages,
  ...ranksMessages,
  unknownChoice: ({ option, id, known }: { option: string; id: unknown; known: readonly string[] }) => ({
    code: "UNKNOWN_CHOICE",
    where: { option },
    found: shown(id),
    allowed: known.join(", "),
    mend: meantBy(id, known) ?? "Choose one of these ids; they are case-sensitive.",
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
    found: shown(found),
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
  levelOutOfRange: ({ level }: { level: unknown }) => ({
    code: "LEVEL_OUT_OF_RANGE",
    where: { option: "level" },
    found: shown(level),
    allowed: "a number between 0 and 1",
    mend: "A 95 % interval is level 0.95.",
  }),
  notEffects: ({ found }: { found: unknown }) => ({
    code: "NOT_EFFECTS",
    found: shown(found),
    allowed: "a list of effects, as [{ study, measure, yi, vi }, …]",
    mend: howToList(found),
  }),
  notAnEffect: ({ found, place }: { found: unknown; place: number }) => ({
    code: "NOT_AN_EFFECT",
    found: `${shown(found)} as effect ${place}`,
    allowed: "an object { study, measure, yi, vi }",
    mend: "Leave out studies without an effect.",
  }),
  notARow: ({ found, columns }: { found: unknown; columns: readonly string[] }) => ({
    code: "NOT_A_ROW",
    found: shown(found),
    allowed: `an object with ${columns.join(", ")}`,
    mend: `Name the values, as { ${columns[0]}: 1, … }.`,
  }),
  noColumns: ({ found, names }: { found: unknown; names: readonly string[] }) => ({
    code: "UNEQUAL_COLUMNS",
    found: shown(found),
    allowed: `a list of values in each of ${names.join(", ")}`,
    mend: "Every column has one value for each study.",
  }),
  notOptions: ({ found }: { found: unknown }) => ({
    code: "UNKNOWN_OPTION",
    where: { option: "options" },
    found: shown(found),
    allowed: "an object of options, or none",
    mend: "Options have names, as { level: 0.9 }.",
  }),
  noEffects: () => ({
    code: "NO_EFFECTS",
    found: "no effects",
    allowed: "at least one effect",
    mend: "Check the filter or question that should select trials.",
  }),
  badModelMatrix: ({ found, rows, study }: { found: string; rows: number; study?: string }) => ({
    code: "BAD_MODEL_MATRIX",
    where: { option: "moderators", ...(study === undefined ? {} : { study }) },
    found,
    allowed: `a number for each name in each of ${rows} rows, one for each effect`,
    mend: "Give { names, rows }, in the order of the effects.",
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
    found: `the measures ${found.map(String).join(" and ")}`,
    allowed: "effects of one measure",
    mend: "Pool each measure on its own, or convert first (oddsRatioToSmd).",
  }),
  effectNotFinite: ({ study, column, value }: { study: string; column: string; value: unknown }) => ({
    code: "NOT_FINITE",
    where: { study, column },
    found: shown(value),
    allowed: "a finite number",
    mend: isNumeric(value)
      ? "It is a text: make it a number, as with Number()."
      : "Leave out studies without an estimate or a variance, and an n that is not known.",
  }),
  notArms: ({ study, arms }: { study: string; arms: unknown }) => ({
    code: "NOT_ARMS",
    where: { study, column: "arms" },
    found: shown(arms),
    allowed: 'a list of ids of the groups compared, as ["haake-2007/sham"], or none',
    mend: "Leave arms out where they are not known.",
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
    found: shown(value),
    allowed,
    mend: isNumeric(value) ? "It is a text: make it a number, as with Number()." : "Check the value against the paper.",
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
  notGroups: ({ found }: { found: unknown }) => ({
    code: "BAD_GROUPING",
    where: { option: "by" },
    found: shown(found),
    allowed:
      'the name of a value that each effect has, as "sham"; a list with the group of each; or a function of an effect',
    mend: "Say which group each effect is in.",
  }),
  unknownGrouping: ({ name, known }: { name: string; known: readonly string[] }) => ({
    code: "BAD_GROUPING",
    where: { option: "by" },
    found: `${shown(name)}, which no effect has`,
    allowed: known.join(", "),
    mend: meantBy(name, known) ?? "Groups are further values of each effect, as { study, measure, yi, vi, sham }.",
  }),
  oneGroup: ({ label, k }: { label: string; k: number }) => ({
    code: "ONE_GROUP",
    where: { option: "by" },
    found: `${k === 1 ? "the only effect" : `all ${k} effects`} in the group ${JSON.stringify(label)}`,
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
  badRandomFormula: ({ found }: { found: unknown }) => ({
    code: "BAD_RANDOM_FORMULA",
    where: { option: "random" },
    found: shown(found),
    allowed:
      '"~ 1 | trial", "~ 1 | trial/outcome", "~ outcome | trial", { group, correlation }, or { inner, outer, structure }',
    mend: "Write the columns of the effects by their names, the widest group first.",
  }),
  missingColumn: ({
    column,
    study,
    found,
    rows,
    known,
  }: {
    column: string;
    study: string;
    found: unknown;
    rows: number;
    known: readonly string[];
  }) => ({
    code: "MISSING_COLUMN",
    where: { study, column },
    found: `${shown(found)}${rows > 1 ? ` (and in ${rows - 1} other effect${rows === 2 ? "" : "s"})` : ""}`,
    allowed: "a text, a number or true or false in every effect",
    mend: meantBy(column, known) ?? `Give every effect its ${column}; there are ${known.join(", ")}.`,
  }),
  notNumeric: ({ column, found }: { column: string; found: string | number }) => ({
    code: "NOT_NUMERIC",
    where: { column },
    found: shown(found),
    allowed: "numbers, for a structure in which levels follow each other",
    mend: "Give the levels as numbers, of weeks or of the order of visits, for instance.",
  }),
  levelsWithoutCorrelation: ({ missing, names }: { missing: readonly string[]; names: readonly string[] }) => ({
    code: "LEVELS_WITHOUT_CORRELATION",
    where: { option: "random" },
    found: `no correlations for ${missing.slice(0, 5).join(", ")}${missing.length > 5 ? ", …" : ""}`,
    allowed: `a row of the correlation matrix for every value of the group (there are ${names.slice(0, 5).join(", ")}${names.length > 5 ? ", …" : ""})`,
    mend: "Add their rows and columns, or correct the names.",
  }),
  notACorrelationMatrix: ({ size }: { size: number }) => ({
    code: "NOT_A_CORRELATION_MATRIX",
    where: { option: "random" },
    found: "a matrix that is not symmetric and positive semi-definite",
    allowed: `correlations of ${size} levels`,
    mend: "Check that it has a row and a column for each name, ones on the diagonal, and the same value on both sides.",
  }),
  noRandomEffects: () => ({
    code: "NO_RANDOM_EFFECTS",
    where: { option: "random" },
    found: "no random effect",
    allowed: 'at least one, as "~ 1 | trial/effect"',
    mend: "Without random effects use pool or metaRegression.",
  }),
  badSamplingCovariance: ({ found, rows }: { found: string; rows: number }) => ({
    code: "BAD_SAMPLING_COVARIANCE",
    where: { option: "V" },
    found,
    allowed: `a symmetric positive definite matrix of ${rows} rows whose diagonal holds vi, or blocks { rows, matrix } of it`,
    mend: "Make it with assumedCovariance, or check its order: a row for each effect, in the order of the effects.",
  }),
  notPositiveDefinite: () => ({
    code: "NOT_POSITIVE_DEFINITE",
    where: { option: "V" },
    found: "a covariance of the effects that is not positive definite whatever the random effects",
    allowed: "a positive definite V",
    mend: "Lower the correlations of the sampling errors.",
  }),
  moreCoefficientsThanEffects: ({ k, p }: { k: number; p: number }) => ({
    code: "TOO_FEW_EFFECTS",
    found: `${k} effect${k === 1 ? "" : "s"} for ${p} coefficient${p === 1 ? "" : "s"}`,
    allowed: "more effects than coefficients",
    mend: "Leave out moderators, or add effects.",
  }),
  notAModel: ({ found }: { found: unknown }) => ({
    code: "NOT_A_MODEL",
    found: shown(found),
    allowed: "a linear model { names, X, y, blocks }",
    mend: "X has a column for each name; blocks hold the covariance of the rows, as [{ rows: [0], matrix: [vi] }, …].",
  }),
  badBlocks: ({ found }: { found: string }) => ({
    code: "BAD_BLOCKS",
    where: { column: "blocks" },
    found,
    allowed: "every row in one block, with a symmetric positive definite matrix, row by row",
    mend: "Count rows from 0; independent effects are blocks of one row.",
  }),
  aliasedColumns: ({ columns }: { columns: readonly string[] }) => ({
    code: "ALIASED_COLUMNS",
    where: { column: columns.join(", ") },
    found: "a column that follows from those before it",
    allowed: "columns that do not follow from each other",
    mend: "Leave it out.",
  }),
  noClusters: ({ found }: { found: unknown }) => ({
    code: "NO_CLUSTERS",
    where: { option: "cluster" },
    found: shown(found),
    allowed: "a list with the cluster of each effect, as a text or a number",
    mend: "Effects of one trial form a cluster: effects.map(({ study }) => study).",
  }),
  noCluster: ({ row, label }: { row: number; label: unknown }) => ({
    code: "NO_CLUSTER",
    where: { option: "cluster" },
    found: `${shown(label)} for effect ${row + 1}`,
    allowed: "a text, a number, true or false: the cluster of the effect",
    mend: "Leave out effects whose cluster is not known, or make each its own cluster.",
  }),
  clustersSplitBlock: ({ clusters }: { clusters: readonly [string, string] }) => ({
    code: "CLUSTERS_SPLIT_BLOCK",
    where: { option: "cluster" },
    found: `effects that the model takes as correlated in the clusters ${clusters.map(shown).join(" and ")}`,
    allowed: "clusters that are independent of each other in the model",
    mend: "Cluster by the outermost group of the random effects, or leave out those that cross the clusters.",
  }),
  tooFewClusters: ({ m, needed, what }: { m: number; needed: number; what: string }) => ({
    code: "TOO_FEW_CLUSTERS",
    where: { option: "cluster" },
    found: `${m} cluster${m === 1 ? "" : "s"}`,
    allowed: `at least ${needed} for ${what}`,
    mend: "Leave out moderators, or rely on the model's own standard errors.",
  }),
  badContrasts: ({ found }: { found: string }) => ({
    code: "BAD_CONTRASTS",
    where: { option: "contrasts" },
    found,
    allowed: "names of coefficients, or combinations of them that do not follow from each other",
    mend: 'Give { coefficients: ["weeks", "sham"] }, or contrasts: a list of numbers, one for each coefficient.',
  }),
  notSeparable: () => ({
    code: "NOT_SEPARABLE",
    where: { option: "cluster" },
    found: "clusters that do not tell variance within them from variance between them",
    allowed: "at least some clusters of two or more effects",
    mend: "Pool by correlatedEffects, or by pool where every cluster has one effect.",
  }),
  notTrueOrFalse: ({ option, found }: { option: string; found: unknown }) => ({
    code: "NOT_TRUE_OR_FALSE",
    where: { option },
    found: shown(found),
    allowed: "true or false",
    mend: "Write it without quotes.",
  }),
  nothingAssumed: () => ({
    code: "NOTHING_ASSUMED",
    where: { option: "options" },
    found: "no assumption of correlations",
    allowed: "at least one of outcome, time, arms, correlation",
    mend: "Give { correlation: 0.5 }, for instance, and see with overCorrelations how much depends on it.",
  }),
  badAssumption: ({ option, found, example }: { option: string; found: unknown; example: string }) => ({
    code: "BAD_ASSUMPTION",
    where: { option },
    found: shown(found),
    allowed: `names of columns, as ${example}`,
    mend: "Leave it out where it does not apply.",
  }),
  correlationOutOfRange: ({ option, found, allowed }: { option: string; found: unknown; allowed: string }) => ({
    code: "CORRELATION_OUT_OF_RANGE",
    where: { option },
    found: shown(found),
    allowed,
    mend: isNumeric(found) ? "It is a text: make it a number, as with Number()." : "60 % is 0.6.",
  }),
  badOutcomeCorrelations: ({ found }: { found: string }) => ({
    code: "BAD_OUTCOME_CORRELATIONS",
    where: { option: "outcome.correlation" },
    found,
    allowed: "a number, or a symmetric { names, matrix } with every outcome among its names",
    mend: "Names are those in the column of outcomes, in the order of the rows and columns of the matrix.",
  }),
  columnNotNumeric: ({
    study,
    column,
    found,
    allowed,
  }: {
    study: string;
    column: string;
    found: unknown;
    allowed: string;
  }) => ({
    code: "COLUMN_NOT_NUMERIC",
    where: { study, column },
    found: shown(found),
    allowed,
    mend: isNumeric(found) ? "It is a text: make it a number, as with Number()." : "Check the value against the paper.",
  }),
  armAgainstItself: ({ study, arm }: { study: string; arm: string }) => ({
    code: "ARM_AGAINST_ITSELF",
    where: { study, option: "arms" },
    found: `the group ${shown(arm)} on both sides`,
    allowed: "two different groups in every effect",
    mend: "Name the groups of a study so that different patients have different names.",
  }),
  sharedArmRuleNeeds: ({ rule, needed, measure }: { rule: string; needed: string; measure: string }) => ({
    code: "SHARED_ARM_RULE_NEEDS",
    where: { option: "arms.rule" },
    found: measure === needed ? `"${rule}" without sizes` : `"${rule}" for effects by the measure ${measure}`,
    allowed: `effects by the measure ${needed}, with columns of sizes`,
    mend: 'Give { columns, sizes }, or choose the rule "sizes".',
  }),
  impossibleCorrelations: ({
    cluster,
    n,
    times,
    same,
    isEqual,
  }: {
    cluster: string;
    n: number;
    times: number;
    same: readonly [number, number] | null;
    isEqual: boolean;
  }) => ({
    code: "IMPOSSIBLE_CORRELATIONS",
    where: { option: "cluster" },
    found: `correlations that no ${n} effects can have (not positive definite) in the cluster ${shown(cluster)}`,
    allowed:
      isEqual && same === null
        ? `an equal correlation above ${-rounded(1 / (n - 1))}`
        : `the same correlations, each times less than ${rounded(times)}`,
    mend:
      same === null
        ? "Lower the correlations, or leave out an effect that follows from others (A − C from A − B and B − C)."
        : `Effects ${same[0]} and ${same[1]} are taken to be perfectly correlated: name what tells them apart (outcome, time, arms), or give a correlation between −1 and 1.`,
  }),
  correlationBetweenClusters: ({ clusters }: { clusters: readonly [string, string] }) => ({
    code: "CORRELATION_BETWEEN_CLUSTERS",
    where: { option: "V" },
    found: `a covariance of effects in the clusters ${clusters.map(shown).join(" and ")}`,
    allowed: "covariances within clusters",
    mend: "Aggregate by a wider cluster that holds both, or fit multilevel with this V.",
  }),
  oneSourceOfCovariance: ({ found }: { found: string }) => ({
    code: "ONE_SOURCE_OF_COVARIANCE",
    where: { option: "correlation" },
    found,
    allowed: "either correlation or V",
    mend: "Give { correlation: 0.6 } of any two effects of a cluster (0 for independent ones), or V by assumedCovariance.",
  }),
  noCorrelations: ({ found }: { found: unknown }) => ({
    code: "NO_CORRELATIONS",
    where: { option: "correlations" },
    found: shown(found),
    allowed: "a list of correlations, as [0, 0.3, 0.5, 0.7, 0.9]",
    mend: "Give the values that are conceivable.",
  }),
  varyWhat: ({ found, parts }: { found: unknown; parts: readonly string[] }) => ({
    code: "VARY_WHAT",
    where: { option: "vary" },
    found: shown(found),
    allowed: parts.join(", "),
    mend: "Say which of the assumed correlations to vary; the others stay as given.",
  }),
  formulaSyntax: ({
    text,
    at,
    found,
    allowed,
    mend,
  }: Omit<Diagnosis, "code" | "where"> & { text: string; at: number }) => ({
    code: "FORMULA_SYNTAX",
    where: { option: "moderators" },
    found: `${found} at character ${at + 1}`,
    allowed,
    mend: `${mend}${caretBelow(text, at)}`,
  }),
  unknownModerator: ({ name, known }: { name: string; known: readonly string[] }) => ({
    code: "UNKNOWN_MODERATOR",
    where: { column: name },
    found: "no study that has it",
    allowed: known.join(", "),
    mend: meantBy(name, known) ?? "Moderators are further values of each effect, as { study, measure, yi, vi, weeks }.",
  }),
  effectAsModerator: ({ name, known }: { name: string; known: readonly string[] }) => ({
    code: "EFFECT_AS_MODERATOR",
    where: { column: name },
    found: "a part of the effect itself",
    allowed: known.join(", "),
    mend: howToAskOf(name),
  }),
  missingModerator: ({ leftOut }: { leftOut: readonly { study: string; missing: readonly string[] }[] }) => ({
    code: "MISSING_MODERATOR",
    found: `no value of ${leftOut.map(({ study, missing }) => `${missing.join(", ")} for ${shown(study)}`).join("; ")}`,
    allowed: "a value of each moderator for each study",
    mend: 'Look it up, or choose missing: "leave out"; the result names the studies left out.',
  }),
  allLeftOut: ({ leftOut }: { leftOut: readonly { missing: readonly string[] }[] }) => ({
    code: "MISSING_MODERATOR",
    found: `no study that has all of ${[...new Set(leftOut.flatMap(({ missing }) => missing))].join(", ")}`,
    allowed: "studies with a value of each moderator",
    mend: "Use fewer moderators.",
  }),
  mixedModerator: ({ name, study, value, first }: { name: string; study: string; value: unknown; first: unknown }) => ({
    code: "MIXED_MODERATOR",
    where: { study, column: name },
    found: `${shown(value)} where the first study has a ${String(first)}`,
    allowed: "a number for each study, a text for each, or true or false for each",
    mend: isNumeric(value)
      ? "It is a text: make it a number, as with Number()."
      : "Write every study's value in the same way.",
  }),
  moderatorNotNumeric: ({ name, study, value }: { name: string; study: string; value: unknown }) => ({
    code: "MODERATOR_NOT_NUMERIC",
    where: { study, column: name },
    found: shown(value),
    allowed: "a finite number",
    mend: isNumeric(value)
      ? "It is a text: make it a number, as with Number()."
      : "Functions and slopes need numbers; a text is used as it is, by its name alone.",
  }),
  oneLevel: ({ name, level }: { name: string; level: string }) => ({
    code: "ONE_LEVEL",
    where: { column: name },
    found: `${shown(level)} for all studies`,
    allowed: "at least two levels",
    mend: "What is the same everywhere explains no difference: leave it out of the formula.",
  }),
  unknownLevel: ({
    name,
    level,
    levels,
    study,
  }: {
    name: string;
    level: string;
    levels: readonly string[];
    study: string | null;
  }) => ({
    code: "UNKNOWN_LEVEL",
    where: study === null ? { column: name } : { study, column: name },
    found: shown(level),
    allowed: levels.join(", "),
    mend: meantBy(level, levels) ?? "Choose a level that the studies of the fit have.",
  }),
  notCategorical: ({ option, name, known }: { option: string; name: string; known: readonly string[] }) => ({
    code: "NOT_CATEGORICAL",
    where: { option },
    found: name,
    allowed: known.length === 0 ? "none: the formula has no categorical moderator" : known.join(", "),
    mend: `Numbers are levels where the formula says so: factor(${name}).`,
  }),
  tooFewValues: ({ text, values, needed }: { text: string; values: number; needed: number }) => ({
    code: "TOO_FEW_VALUES",
    where: { column: text },
    found: `${values} different value${values === 1 ? "" : "s"}`,
    allowed: `at least ${needed}`,
    mend: "Choose a lower degree.",
  }),
  knotsCoincide: ({ text, knots }: { text: string; knots: readonly number[] }) => ({
    code: "KNOTS_COINCIDE",
    where: { column: text },
    found: `default knots at ${knots.map((knot) => Number(knot.toPrecision(6))).join(", ")}`,
    allowed: "knots that differ",
    mend: "Too many studies have the same value: choose fewer knots, or give them, as rcs(weeks, c(4, 8, 26)).",
  }),
  derivedNotFinite: ({ text, study, value }: { text: string; study: string; value: unknown }) => ({
    code: "DERIVED_NOT_FINITE",
    where: { study, column: text },
    found: shown(value),
    allowed: "a finite number, or true or false",
    mend: "Is a value 0 or negative where it can't be, or an expression without a result?",
  }),
  badExpression: ({ text, found, at = null }: { text: string; found: string; at?: number | null }) => ({
    code: "BAD_EXPRESSION",
    where: { option: text },
    found,
    allowed: "arithmetic of moderators: + - * / ^, comparisons, c ? a : b, and functions such as log, sqrt, min",
    mend: `Write one expression, as "log(sessions)".${at === null ? "" : caretBelow(text, at)}`,
  }),
  notModerators: ({ found }: { found: unknown }) => ({
    code: "NOT_MODERATORS",
    where: { option: "moderators" },
    found: shown(found),
    allowed: 'a formula as "~ sham + weeks", or a model matrix { names, rows }',
    mend: 'A mean without moderators is "~ 1".',
  }),
  noCoefficients: ({ formula }: { formula: string }) => ({
    code: "NO_COEFFICIENTS",
    where: { option: "moderators" },
    found: `${shown(formula)}, which has no terms, or columns that are all 0`,
    allowed: "at least one coefficient",
    mend: 'A mean without moderators is "~ 1".',
  }),
  notAFit: ({ found, wanted }: { found: unknown; wanted: string }) => ({
    code: "NOT_A_FIT",
    found: shown(found),
    allowed: wanted,
    mend: "Give that result itself, not a part of it, nor the effects.",
  }),
  fitOfOtherKind: ({ kind, wanted, instead }: { kind: string; wanted: string; instead: string }) => ({
    code: "NOT_A_FIT",
    found: `the result of ${kind}`,
    allowed: `the result of ${wanted}`,
    mend: instead,
  }),
  notInR: ({ found, allowed, mend }: Omit<Diagnosis, "code" | "where">) => ({ code: "NOT_IN_R", found, allowed, mend }),
  noFormula: () => ({
    code: "NO_FORMULA",
    found: "values of moderators for a fit to a given model matrix",
    allowed: "rows of the model matrix: { rows: [[1, 12]] }",
    mend: "Fit by a formula to predict from moderators.",
  }),
  badRow: ({ found, names }: { found: string; names: readonly string[] }) => ({
    code: "BAD_ROW",
    found,
    allowed: `a finite number for each of ${names.join(", ")}`,
    mend: "Numbers stand in the order of the model matrix: fit.design.names.",
  }),
  notEstimable: ({ found, aliased }: { found: string; aliased: readonly string[] }) => ({
    code: "NOT_ESTIMABLE",
    found,
    allowed: `combinations that the studies tell: ${aliased.join(", ")} can't be told from other columns`,
    mend: "See fit.aliased: what follows from what.",
  }),
  badWeights: ({ found, names }: { found: string; names: readonly string[] }) => ({
    code: "BAD_WEIGHTS",
    where: { option: "weights" },
    found,
    allowed: `weights, not all 0, of ${names.join(", ")}`,
    mend: "Name the weights, as { shamnone: 1, weeks: -4 }, or give rows as long as fit.design.names.",
  }),
  notComparable: ({ found, allowed, mend }: Omit<Diagnosis, "code" | "where">) => ({
    code: "NOT_COMPARABLE",
    found,
    allowed,
    mend,
  }),
  notScale: ({ found }: { found: unknown }) => ({
    code: "NOT_MODERATORS",
    where: { option: "scale" },
    found: shown(found),
    allowed: 'a formula of log τ² as "~ sham + weeks", or a model matrix { names, rows }, with at least one column',
    mend: 'One τ² for all studies is "~ 1".',
  }),
  noModeratorsToPermute: ({ found }: { found: unknown }) => ({
    code: "NO_MODERATORS",
    where: { option: "moderators" },
    found: shown(found),
    allowed: "at least one moderator with a coefficient",
    mend: "A mean without moderators is tested by permutationTest.",
  }),
  badCandidate: ({ option, found, mend }: { option: string; found: unknown; mend: string }) => ({
    code: "BAD_CANDIDATE",
    where: { option },
    found: shown(found),
    allowed: 'terms of a formula, each once, as ["sham", "weeks", "sham:weeks", "rcs(sessions, 3)"]',
    mend,
  }),
  tooManyCandidates: ({ found, most }: { found: number; most: number }) => ({
    code: "TOO_MANY_CANDIDATES",
    where: { option: "candidates" },
    found: `${found} candidates`,
    allowed: `at most ${most}`,
    mend: "Choose by what is known beforehand; a search among so many finds associations in noise.",
  }),
  noChoices: ({ found, dimension }: { found: unknown; dimension?: string }) => ({
    code: "NO_CHOICES",
    where: { option: dimension === undefined ? "choices" : `choices: ${dimension}` },
    found: shown(found),
    allowed: dimension === undefined ? "an object of dimensions by name" : "an object of options by label",
    mend: 'Write choices as { tau2: { REML: { tau2: "REML" }, PM: { tau2: "PM" } } }, with at least one option in each.',
  }),
  notAnOption: ({ found, dimension, label }: { found: unknown; dimension: string; label: string }) => ({
    code: "NOT_AN_OPTION",
    where: { option: `choices: ${dimension}: ${label}` },
    found: shown(found),
    allowed: "a function that changes the data, an object of options of the fit, or null for nothing",
    mend: 'Write (data) => data.filter(…), or { tau2: "PM" }.',
  }),
  tooManyCombinations: ({ found, most }: { found: number; most: number }) => ({
    code: "TOO_MANY_COMBINATIONS",
    where: { option: "choices" },
    found: `${found} combinations`,
    allowed: `at most ${most}`,
    mend: "Leave out options that no one would defend, and those that change little.",
  }),
  noData: ({ found, combination }: { found: unknown; combination: string }) => ({
    code: "NO_DATA",
    where: { option: `choices: ${combination}` },
    found: `a function that gives ${shown(found)}`,
    allowed: "a function that gives the changed data",
    mend: found instanceof Promise ? "Await the data before the multiverse." : "Does it lack a return?",
  }),
  notAStep: ({ option, found }: { option: "fit" | "prepare"; found: unknown }) => ({
    code: "NOT_A_STEP",
    where: { option },
    found: shown(found),
    allowed: "a function, or none",
    mend:
      option === "fit"
        ? "Write (data, options) => pool(data, options), which is what it is unless given."
        : "Write (data) => whatever is to be fitted.",
  }),
  noEstimate: ({ found, combination }: { found: unknown; combination: string }) => ({
    code: "NO_ESTIMATE",
    where: { option: `fit of ${combination}` },
    found: shown(found),
    allowed: "{ estimate, ci: { lower, upper } } of finite numbers; k, p, tau2 numbers or null where given",
    mend: "Give the coefficient of interest, as multilevel(…).coefficients[0]; refuse what can't be fitted by a metaError.",
  }),
  allRefused: ({ combinations, first }: { combinations: number; first: string }) => ({
    code: "ALL_REFUSED",
    where: { option: "choices" },
    found: `no result of any of ${combinations} combinations`,
    allowed: "choices of which at least one combination has a result",
    mend: `Mend what the first one was refused for: ${first}`,
  }),
} as const satisfies Readonly<Record<string, Message>>;

/** Every text that travels with a valid result. */
export const warningMessages = {
  ...binaryNetworkWarningMessages,
  ...networkWarningMessages,
  ...inconsistencyWarningMessages,
  ...componentsWarningMessages,
  ...membershipWarningMessages,
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
  severalAtBoundary: ({ random, isBelowChiSquare }: { random: readonly string[]; isBelowChiSquare: boolean }) => ({
    code: "SEVERAL_AT_BOUNDARY",
    message:
      `More than one parameter of ${random.join(", ")} is at a bound, or means nothing, under the reduced model: ` +
      (isBelowChiSquare
        ? "p by χ² is too large."
        : "p by χ² is rough; compare AICc, or simulate under the reduced model."),
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
  oneCluster: ({ coefficients }: { coefficients: readonly string[] }) => ({
    code: "ONE_CLUSTER",
    message: `One cluster alone tells of ${coefficients.join(", ")}: a robust standard error does not exist.`,
    studies: [],
  }),
  leansOnOneCluster: ({ coefficients }: { coefficients: readonly string[] }) => ({
    code: "LEANS_ON_ONE_CLUSTER",
    message: `One cluster alone determines a part of ${coefficients.join(", ")}, and no residual shows its error there: the robust standard error is too small.`,
    studies: [],
  }),
  fewDegreesOfFreedom: ({ coefficients }: { coefficients: readonly string[] }) => ({
    code: "FEW_DEGREES_OF_FREEDOM",
    message: `Fewer than 4 degrees of freedom for ${coefficients.join(", ")}: too few clusters tell of it for the interval and p to be relied on.`,
    studies: [],
  }),
  fewClusters: ({ m, type, test }: { m: number; type: string; test: string }) => ({
    code: "FEW_CLUSTERS",
    message: `With ${m} clusters, "${type}" and "${test}" promise too much: compare with "CR2" and "Satterthwaite".`,
    studies: [],
  }),
  robustTestUndefined: ({ q, m }: { q: number; m: number }) => ({
    code: "ROBUST_TEST_UNDEFINED",
    message: `${m} clusters do not tell enough of ${q} coefficients at once to test them.`,
    studies: [],
  }),
  negativeWeights: ({ studies }: { studies: readonly string[] }) => ({
    code: "NEGATIVE_WEIGHTS",
    message: `Effects of unequal variance are taken to be so highly correlated that some get weights below 0 (in ${studies.join(", ")}): the mean may lie beyond its effects. Compare with weights "equal".`,
    studies,
  }),
  fewPerModerator: ({ k, coefficients }: { k: number; coefficients: number }) => ({
    code: "FEW_PER_MODERATOR",
    message: `${k === 1 ? "1 study" : `${k} studies`} for ${coefficients} coefficient${coefficients === 1 ? "" : "s"} of moderators, fewer than 10 each: an association may be chance, or missed.`,
    studies: [],
  }),
  aliased: ({ columns }: { columns: readonly string[] }) => ({
    code: "ALIASED",
    message: `No coefficient of its own: ${columns.join("; ")}.`,
    studies: [],
  }),
  leftOutForModerator: ({ studies, missing }: { studies: readonly string[]; missing: readonly string[] }) => ({
    code: "LEFT_OUT",
    message: `Left out for want of ${missing.join(", ")}: ${studies.join(", ")}.`,
    studies,
  }),
  saturated: ({ chosen }: { chosen: string }) => ({
    code: "SATURATED",
    message:
      "As many coefficients as studies: τ² can't be estimated and is taken as 0" +
      (chosen === "z" ? "." : `, with the interval "z" in place of "${chosen}".`),
    studies: [],
  }),
  noSpreadAround: ({ method }: { method: string }) => ({
    code: "ZERO_SPREAD",
    message: `Every effect lies where the moderators say, so the ${method} intervals have width 0 and say nothing of precision: choose "HKSJ-adhoc" or "z".`,
    studies: [],
  }),
  noFiniteScale: ({ coefficients, studies }: { coefficients: readonly string[]; studies: readonly string[] }) => ({
    code: "NO_FINITE_SCALE",
    message: `The likelihood rises for ever as τ² goes to 0 in ${studies.length} of the studies: no finite number is the best for ${coefficients.join(", ")} of the scale.`,
    studies,
  }),
  fewPermutations: ({ permutations, coefficients }: { permutations: number; coefficients: readonly string[] }) => ({
    code: "FEW_PERMUTATIONS",
    message: `Only ${permutations} different rearrangements of the moderators exist: no p can be 0.05 or less for ${coefficients.join(", ")}, whatever the effects.`,
    studies: [],
  }),
  fewDraws: ({ draws }: { draws: number }) => ({
    code: "FEW_PERMUTATIONS",
    message: `${draws} rearrangements drawn: a p of 0.05 has a standard error of ${Math.sqrt((0.05 * 0.95) / draws).toPrecision(1)} from drawing alone; draw at least 1,000.`,
    studies: [],
  }),
  rearrangedWithoutConstant: () => ({
    code: "NO_CONSTANT",
    message:
      "A model without a constant: its coefficients are means, and rearranging studies does not test that means are 0. p says whether effects go with the moderators at all.",
    studies: [],
  }),
  bestOfMany: ({ models }: { models: number }) => ({
    code: "BEST_OF_MANY",
    message: `The best of ${models} models fits these studies better than it would fit new ones: p-values, intervals and R² of a fit chosen so promise too much. Take it as a question for other trials.`,
    studies: [],
  }),
  modelsLeftOut: ({ models, reason }: { models: number; reason: string }) => ({
    code: "MODELS_LEFT_OUT",
    message: `${models} of the models ${models === 1 ? "is" : "are"} left out: ${reason}.`,
    studies: [],
  }),
  averagedInteractions: ({ terms }: { terms: readonly string[] }) => ({
    code: "AVERAGED_INTERACTIONS",
    message: `With ${terms.join(", ")} in some models, the coefficients it is made of mean something else there: their averages over models have no plain meaning.`,
    studies: [],
  }),
} as const;
