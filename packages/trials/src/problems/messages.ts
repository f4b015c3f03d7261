import type { Diagnosis } from "@acumeta/core";
import type { Finding, Severity } from "./problem.js";

const finding =
  (severity: Severity) =>
  (code: string, { found, expected, mend }: Omit<Finding, "code" | "severity">): Finding => ({
    code,
    severity,
    found: clip(found, 300),
    expected: clip(expected, 300),
    mend: clip(mend, 300),
  });
const error = finding("error");
const warning = finding("warning");
const clip = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);
const quoted = (value: string) => JSON.stringify(clip(value, 80));
const didYouMean = (nearest: string | null) => (nearest === null ? "" : `Did you mean ${nearest}? `);

/** Problems of a file as a whole. */
export const fileMessages = {
  missingFile: () =>
    error("MISSING_FILE", { found: "no such file", expected: "this table", mend: "Add it, with its header line." }),
  emptyFile: () =>
    error("EMPTY_FILE", { found: "nothing", expected: "a header line and rows", mend: "Is it the right file?" }),
  noRows: () =>
    error("NO_ROWS", { found: "a header without rows", expected: "at least one row", mend: "Is it the right file?" }),
  notUtf8: () =>
    error("NOT_UTF8", {
      found: "bytes that are not UTF-8",
      expected: "UTF-8 text",
      mend: 'Save it again as UTF-8 ("CSV UTF-8").',
    }),
  openQuote: () =>
    error("OPEN_QUOTE", {
      found: 'a field that begins with " and never ends',
      expected: "a closing quote",
      mend: "The rest of the file was not read; close the quote.",
    }),
  strayQuote: () =>
    error("STRAY_QUOTE", {
      found: "text after the closing quote of a field",
      expected: 'quotes inside a quoted field doubled: ""',
      mend: "Double the inner quotes, or remove the outer ones. Or is a quote not closed?",
    }),
  endlessRow: () =>
    error("ENDLESS_ROW", {
      found: "a row of more than 4 million characters",
      expected: "rows that end",
      mend: "The rest of the file was not read. Is a quote never closed, or is it no CSV file?",
    }),
  binary: () =>
    error("BINARY", {
      found: "a NUL character",
      expected: "text",
      mend: 'Is it a spreadsheet, or UTF-16? Save it as "CSV UTF-8".',
    }),
  unknownFile: (nearest: string | null, known: readonly string[]) =>
    warning("UNKNOWN_FILE", {
      found: "a file that is not read",
      expected: known.join(", "),
      mend: nearest === null ? "Rename it if it is one of these." : `Did you mean ${nearest}? Rename it.`,
    }),
  badJson: (reason: string) =>
    error("BAD_JSON", { found: reason, expected: "a JSON list of questions", mend: "Check commas and quotes." }),
  badQuestion: (found: string, expected: string, mend = "datasets/pain-trials/README.md describes questions.json.") =>
    error("BAD_QUESTION", { found, expected, mend }),
  unknownProperty: (name: string, known: readonly string[], nearest: string | null) =>
    error("UNKNOWN_PROPERTY", {
      found: quoted(name),
      expected: known.join(", "),
      mend: nearest === null ? "Remove it." : `Did you mean ${nearest}?`,
    }),
  duplicateQuestion: (id: string, place: number) =>
    error("DUPLICATE_QUESTION", {
      found: `id ${id}, which question ${place} of the list has too`,
      expected: "each id once",
      mend: "Rename or delete one of them.",
    }),
} as const;

/** Problems of the header line and of rows as a whole. */
export const shapeMessages = {
  missingColumn: (nearest: string | null) =>
    error("MISSING_COLUMN", {
      found: nearest === null ? "no such column" : `no such column, but ${quoted(nearest)}`,
      expected: "this column",
      mend:
        nearest === null
          ? "Add it. Is the header the first line, with commas, semicolons or tabs between the names?"
          : "Is that its name? Rename it.",
    }),
  duplicateColumn: () =>
    error("DUPLICATE_COLUMN", {
      found: "the same name twice",
      expected: "each name once",
      mend: "Rename one of them.",
    }),
  unnamedColumn: (position: number) =>
    error("UNNAMED_COLUMN", {
      found: `no name for column ${position}, which holds values`,
      expected: "a name for every column",
      mend: "Name it, or delete the column.",
    }),
  unknownColumn: (nearest: string | null) =>
    warning("UNKNOWN_COLUMN", {
      found: "a column this table does not have",
      expected: "the columns of datapackage.json",
      mend: `${didYouMean(nearest)}It is kept with the row as it stands.`,
    }),
  tooManyFields: (found: number, expected: number) =>
    error("TOO_MANY_FIELDS", {
      found: `${found} fields`,
      expected: `${expected}, as in the header`,
      mend: "Put text that contains the delimiter in quotes.",
    }),
  tooFewFields: (found: number, expected: number) =>
    error("TOO_FEW_FIELDS", {
      found: `${found} fields`,
      expected: `${expected}, as in the header`,
      mend: "Is a line broken without quotes, or a blank cell missing?",
    }),
} as const;

const blankWords = /^(na|n\/a|n\.a\.|nan|null|none|nd|nr|n\.r\.|not reported|unknown|\?|-|–|—|\.|\*)$/i;

function mendNumber(cell: string): string {
  if (blankWords.test(cell)) return "Leave the cell blank where the value is not known.";
  if (cell.includes("%")) return "Remove the % sign; a column has one unit.";
  if (/^[<>≤≥~≈]/.test(cell)) return "A bound is not a value: leave the cell blank and say it in source_note.";
  if (/\d\s*[±+(]/.test(cell)) return "Mean and SD stand in columns of their own.";
  if (/^[–—]\s*[\d.,]/.test(cell)) return "Write the minus sign as a hyphen.";
  if (/^[-+]?\d{1,3}([\s'’.,]\d{3})+$/.test(cell)) return "Remove what groups the thousands.";
  if (/^[-+]?[\d.,]*[OolI][\dOolI.,]*$/.test(cell)) return "Is a letter (O, l) typed for a digit?";
  if (/\d\s*[a-z]+\.?$/i.test(cell)) return "Remove the unit; a column has one unit.";
  return "Write it in digits, or leave the cell blank.";
}

/** Problems of one cell. */
export const cellMessages = {
  required: () =>
    error("REQUIRED", { found: "a blank cell", expected: "a value", mend: "This column can't be left blank." }),
  notANumber: (cell: string) =>
    error("NOT_A_NUMBER", { found: quoted(cell), expected: "a number", mend: mendNumber(cell) }),
  ambiguousNumber: (cell: string) =>
    error("AMBIGUOUS_NUMBER", {
      found: quoted(cell),
      expected: "a number with a decimal point",
      mend: `${cell.replace(",", ".")} or ${cell.replace(",", "")}? Write it so.`,
    }),
  notAnInteger: (cell: string) =>
    error("NOT_AN_INTEGER", { found: quoted(cell), expected: "a whole number", mend: "Is it a percentage or a mean?" }),
  outOfRange: (cell: string, expected: string) =>
    error("OUT_OF_RANGE", { found: cell, expected, mend: "Check it, and its column, against the paper." }),
  unknownValue: (cell: string, known: readonly string[], nearest: string | null) =>
    error("UNKNOWN_VALUE", {
      found: quoted(cell),
      expected: known.join(", "),
      mend: nearest === null ? "Choose one of these." : `Did you mean ${nearest}?`,
    }),
  badFormat: (cell: string, expected: string) =>
    error("BAD_FORMAT", { found: quoted(cell), expected, mend: "Write it so, or leave it blank if it may be." }),
  badRange: (cell: string) =>
    error("BAD_RANGE", {
      found: quoted(cell),
      expected: "a number or a range from low to high: 12, 8-15",
      mend: "Are the ends exchanged, or is it text? Leave it blank where it is not known.",
    }),
  unknownPoint: (cell: string, suggestion: string | null) =>
    error("UNKNOWN_POINT", {
      found: quoted(cell),
      expected: "WHO codes separated by semicolons: BL23;GV4;EX-UE7",
      mend: cell.includes(",")
        ? "Write semicolons for the commas."
        : suggestion === null
          ? "Look its code up in datasets/acupoints/acupoints.csv."
          : `Did you mean ${suggestion}?`,
    }),
  blankItem: () =>
    error("BLANK_ITEM", {
      found: "an empty place in a list",
      expected: "items separated by single semicolons",
      mend: "Remove the extra semicolon.",
    }),
  damagedText: (cell: string) =>
    warning("DAMAGED_TEXT", {
      found: quoted(cell),
      expected: "readable characters",
      mend: "The text was decoded wrongly somewhere; copy it again from its source.",
    }),
} as const;

/** Problems of values that contradict each other. */
export const rowMessages = {
  eventsExceedTotal: (events: number, total: number) =>
    error("EVENTS_EXCEED_TOTAL", {
      found: `${events} events among ${total} patients`,
      expected: "events ≤ total",
      mend: events <= 100 ? "Is it a percentage? Give counts." : "Check both columns against the paper.",
    }),
  eventsWithoutTotal: () =>
    error("EVENTS_WITHOUT_TOTAL", {
      found: "events without a total",
      expected: "the number of patients among whom they were counted",
      mend: "Fill in total.",
    }),
  sdNotPositive: (sd: number) =>
    error("SD_NOT_POSITIVE", {
      found: String(sd),
      expected: "a standard deviation or error above 0",
      mend: "Is it rounded, or from another column? Leave it blank where it is not known.",
    }),
  sdImpossible: (sd: number, largest: number) =>
    error("SD_IMPOSSIBLE", {
      found: `SD ${sd}`,
      expected: `at most ${Number(largest.toPrecision(3))}, the largest that this scale allows`,
      mend: "Is it a variance, or of another scale?",
    }),
  ciReversed: (lower: number, upper: number) =>
    error("CI_REVERSED", {
      found: `an interval from ${lower} to ${upper}`,
      expected: "lower ≤ upper",
      mend: "Are the bounds exchanged, or is a minus sign lost?",
    }),
  ciHalf: (missing: string) =>
    error("CI_HALF", {
      found: "one bound of an interval",
      expected: "both bounds, or none",
      mend: `Fill in ${missing}, or leave both blank.`,
    }),
  ciExcludesEstimate: (estimate: number, lower: number, upper: number) =>
    error("CI_EXCLUDES_ESTIMATE", {
      found: `the estimate ${estimate} outside its interval ${lower} to ${upper}`,
      expected: "lower ≤ estimate ≤ upper",
      mend: "Is a minus sign lost, or the interval of another number?",
    }),
  ratioNotPositive: (measure: string, value: number) =>
    error("RATIO_NOT_POSITIVE", {
      found: `${measure} ${value}`,
      expected: "a ratio above 0",
      mend: "Is it a log ratio? Give its exponential.",
    }),
  ratioAsymmetric: (ratio: string, bounds: readonly [number, number], centre: number) =>
    warning("RATIO_ASYMMETRIC", {
      found: `${ratio} with the interval ${bounds[0]} to ${bounds[1]}`,
      expected: `an interval symmetric about the ratio on the log scale; the middle of this one is ${Number(centre.toPrecision(3))}`,
      mend: "Is a digit misread, or the interval of another number? Its width is what would be used.",
    }),
  scaleReversed: (minimum: number, maximum: number) =>
    error("SCALE_REVERSED", {
      found: `a scale from ${minimum} to ${maximum}`,
      expected: "minimum < maximum",
      mend: "Are they exchanged, or is a minus sign lost?",
    }),
  meanOutsideScale: (mean: number, scale: string, low: number, high: number) =>
    error("MEAN_OUTSIDE_SCALE", {
      found: `mean ${mean} on ${scale}`,
      expected: `${low} to ${high}`,
      mend: "Is it another scale, or a change score?",
    }),
  meanWithoutKind: () =>
    error("MEAN_WITHOUT_KIND", {
      found: "a mean that may be a value or a change",
      expected: "kind endpoint or change",
      mend: "Fill in kind.",
    }),
  nothingReported: () =>
    warning("NOTHING_REPORTED", {
      found: "neither a mean nor events",
      expected: "a result",
      mend: "The row says nothing; fill it in or delete it.",
    }),
  nExceedsRandomised: (n: number, randomised: number) =>
    warning("N_EXCEEDS_RANDOMISED", {
      found: `${n} patients of an arm of ${randomised}`,
      expected: "at most the number randomised",
      mend: "Check both against the paper.",
    }),
  seDisagreesWithSd: (se: number, implied: number) =>
    warning("SE_DISAGREES_WITH_SD", {
      found: `SE ${se}, but SD/√n = ${Number(implied.toPrecision(3))}`,
      expected: "SE = SD/√n",
      mend: "Are SD and SE exchanged? The SD is the one used.",
    }),
} as const;

/** Problems between rows and between tables. */
export const tableMessages = {
  duplicateRow: (key: string, line: number) =>
    error("DUPLICATE_ROW", {
      found: `${key}, which line ${line} has too`,
      expected: "each once",
      mend: "Delete one of them, or correct what should tell them apart.",
    }),
  unknownTrial: (trialId: string, nearest: string | null) =>
    error("UNKNOWN_TRIAL", {
      found: quoted(trialId),
      expected: "a trial_id of trials.csv",
      mend: `${didYouMean(nearest)}Or add the trial.`,
    }),
  unknownArm: (arm: string, known: readonly string[], nearest: string | null) =>
    error("UNKNOWN_ARM", {
      found: quoted(arm),
      expected:
        known.length === 0 ? "an arm in arms.csv; this trial has none" : `an arm of this trial: ${known.join(", ")}`,
      mend: `${didYouMean(nearest)}Or add the arm.`,
    }),
  sameArmTwice: (arm: string) =>
    error("SAME_ARM_TWICE", {
      found: `${arm} on both sides`,
      expected: "different arms",
      mend: "Check arms_a and arms_b.",
    }),
  unknownScale: (scale: string, nearest: string | null, isUsable: boolean) =>
    warning("UNKNOWN_SCALE", {
      found: quoted(scale),
      expected: "a scale of scales.csv",
      mend: isUsable
        ? `${didYouMean(nearest)}Its range can't be checked.`
        : `${didYouMean(nearest)}Nothing says which end of it is good, so this row is not used: another effect may be chosen in its place. Add the scale.`,
    }),
  betterDisagrees: (better: string, scale: string, other: string) =>
    error("BETTER_DISAGREES", {
      found: `${better} is better on ${scale}`,
      expected: `${other}, as scales.csv says`,
      mend: "Correct the wrong one: it decides the sign of the effect.",
    }),
  fewArms: (arms: number) =>
    warning("FEW_ARMS", {
      found: arms === 0 ? "no arm" : "one arm",
      expected: "at least two arms in arms.csv",
      mend: "Nothing can be compared in this trial.",
    }),
  armsDisagreeWithTrial: (sum: number, randomised: number) =>
    warning("ARMS_DISAGREE_WITH_TRIAL", {
      found: `arms of ${sum} patients in a trial of ${randomised}`,
      expected: "the same sum",
      mend: "Check n_randomised here and in arms.csv.",
    }),
} as const;

/** Errors of what a script gave in place of an argument. */
export const argumentErrors = {
  wrong: ({
    argument,
    found,
    allowed,
    mend = "Is the argument missing, or at another place?",
  }: {
    argument: string;
    found: unknown;
    allowed: string;
    mend?: string;
  }): Diagnosis => ({
    code: "WRONG_ARGUMENT",
    where: { option: argument },
    found: outline(found),
    allowed,
    mend: found instanceof Promise ? "It is asynchronous: await it." : mend,
  }),
} as const;

/** A value in a word or two. */
function outline(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (value instanceof Promise) return "a promise";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== "object" || value === null) return String(value);
  return `an object with ${clip(Object.keys(value).join(", "), 80) || "nothing in it"}`;
}

/** Errors of a folder that can't be read at all. */
export const directoryErrors = {
  notListed: (directory: string, reason: string, holding: string): Diagnosis => ({
    code: "NO_DIRECTORY",
    where: { file: directory },
    found: reason === "ENOENT" ? "no such folder" : reason === "ENOTDIR" ? "a file" : reason,
    allowed: `a folder with ${holding}`,
    mend: "Check the path; it is relative to where the command runs.",
  }),
} as const;
