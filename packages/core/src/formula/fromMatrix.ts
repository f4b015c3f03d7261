import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import type { BuiltDesign } from "./buildDesign.js";
import { completeRows, type MissingPolicy } from "./missing.js";
import type { ModelMatrix } from "./modelMatrix.js";

/** Refuses (`BAD_MODEL_MATRIX`) a matrix whose shape or contents can't be a model matrix of k studies. */
export function checkMatrix({ names, rows }: ModelMatrix, k: number): void {
  const refuse = (found: string) => metaError(messages.badModelMatrix({ found, rows: k }));
  if (!Array.isArray(names) || names.length === 0 || names.some((name) => typeof name !== "string" || name === ""))
    throw refuse("names that are no list of texts");
  if (new Set(names).size < names.length) throw refuse("two columns of one name");
  if (!Array.isArray(rows) || rows.length !== k) throw refuse(`${Array.isArray(rows) ? rows.length : "no"} rows`);
  for (const [i, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== names.length)
      throw refuse(`row ${i + 1} without a value for each of ${names.length} names`);
    const bad = row.find((value) => !isMissing(value) && !Number.isFinite(value));
    if (bad !== undefined) throw refuse(`${JSON.stringify(bad) ?? String(bad)} in row ${i + 1}`);
  }
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

export function fromMatrix(
  { names, rows }: ModelMatrix,
  studies: readonly string[],
  missing: MissingPolicy,
): BuiltDesign {
  const valuesOf = (name: string) => {
    const column = names.indexOf(name);
    return rows.map((row) => (isMissing(row[column]) ? null : row[column]!));
  };
  const complete = completeRows({ studies, valuesOf }, names, missing);
  const X = names.map((_, j) => Float64Array.from(complete.used, (place) => rows[place]![j]!));
  const ones = X.findIndex((column) => column.every((each) => each === 1));
  return {
    ...complete,
    names,
    X,
    intercept: ones === -1 ? null : ones,
    terms: names.flatMap((term, j) => (j === ones ? [] : [{ term, columns: [j] }])),
    formula: null,
    learned: { levels: {}, knots: {}, polynomials: {} },
  };
}
