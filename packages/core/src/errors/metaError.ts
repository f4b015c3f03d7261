/** Where a problem was seen; every part that is known. */
export interface Place {
  readonly file?: string;
  /** 1-based line in the file. */
  readonly line?: number;
  readonly column?: string;
  readonly study?: string;
  readonly option?: string;
}

/** What a person needs to mend a problem. `code` is stable between versions. */
export interface Diagnosis {
  readonly code: string;
  readonly where?: Place;
  readonly found: string;
  readonly allowed: string;
  readonly mend: string;
}

/** The one error type this library throws on purpose: an `Error` that carries its {@link Diagnosis}. */
export interface MetaError extends Error {
  readonly name: "MetaError";
  readonly code: string;
  readonly diagnosis: Diagnosis;
}

/**
 * Makes a {@link MetaError} whose message says where, what was found, what is allowed and how to mend it.
 *
 * @example
 * import { metaError } from "@acumeta/core";
 * const diagnosis = { code: "NO_SHAM", found: "no sham arm", allowed: "two arms", mend: "Choose another trial." };
 * metaError(diagnosis).message; // => "found no sham arm; allowed: two arms. Choose another trial. [NO_SHAM]"
 */
export function metaError(diagnosis: Diagnosis): MetaError {
  const error = new Error(describeDiagnosis(diagnosis));
  return Object.assign(error, { name: "MetaError" as const, code: diagnosis.code, diagnosis });
}

/**
 * Whether a caught value is a {@link MetaError}; works across bundles and notebook cells.
 *
 * @example
 * import { isMetaError } from "@acumeta/core";
 * isMetaError(new Error("out of paper")); // => false
 */
export function isMetaError(value: unknown): value is MetaError {
  return value instanceof Error && value.name === "MetaError" && "diagnosis" in value;
}

/**
 * One line of text that says where, what was found, what is allowed and how to mend it.
 *
 * @example
 * import { describeDiagnosis } from "@acumeta/core";
 * const place = { file: "outcomes.csv", line: 14, column: "events" };
 * const diagnosis = { code: "TOO_MANY", where: place, found: "60 of 32", allowed: "events ≤ total", mend: "Give counts." };
 * describeDiagnosis(diagnosis);
 * // => "outcomes.csv:14 column events: found 60 of 32; allowed: events ≤ total. Give counts. [TOO_MANY]"
 */
export function describeDiagnosis({ code, where, found, allowed, mend }: Diagnosis): string {
  const place = where === undefined ? "" : describePlace(where);
  return `${place === "" ? "" : `${place}: `}found ${found}; allowed: ${allowed}. ${mend} [${code}]`;
}

function describePlace({ file, line, column, study, option }: Place): string {
  const parts = [
    file === undefined ? "" : line === undefined ? file : `${file}:${line}`,
    column === undefined ? "" : `column ${column}`,
    study === undefined ? "" : `study "${study}"`,
    option === undefined ? "" : `option ${option}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}
