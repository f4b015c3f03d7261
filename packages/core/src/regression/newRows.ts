import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { completeRows } from "../formula/missing.js";
import { modelMatrix } from "../formula/modelMatrix.js";
import { namesIn, parseFormula } from "../formula/parseFormula.js";
import { type ModeratorRow, tableOf } from "../formula/values.js";
import type { RegressionDesign } from "./result.js";

/** Where to predict: values of the moderators, one set or several, or rows of the model matrix. */
export type NewData = ModeratorRow | readonly object[] | { readonly rows: readonly (readonly number[])[] };

/** The rows of the model matrix at new values. */
export function newRows(design: RegressionDesign, data: NewData): readonly (readonly number[])[] {
  if (isRows(data)) {
    for (const row of data.rows) checkRow(design, row);
    return data.rows;
  }
  return rowsOfFormula(design, Array.isArray(data) ? (data as readonly ModeratorRow[]) : [data as ModeratorRow]);
}

function isRows(data: NewData): data is { readonly rows: readonly (readonly number[])[] } {
  return typeof data === "object" && data !== null && "rows" in data && Array.isArray(data.rows);
}

function checkRow({ names }: RegressionDesign, row: readonly number[]): void {
  if (!Array.isArray(row)) throw metaError(messages.badRow({ found: "a row that is no list", names }));
  if (row.length !== names.length) throw metaError(messages.badRow({ found: `${row.length} numbers`, names }));
  const bad = row.find((each) => !Number.isFinite(each));
  if (bad !== undefined) throw metaError(messages.badRow({ found: String(bad), names }));
}

function rowsOfFormula(design: RegressionDesign, rows: readonly ModeratorRow[]): readonly (readonly number[])[] {
  if (design.formula === null) throw metaError(messages.noFormula());
  const formula = parseFormula(design.formula);
  const names = namesIn(formula);
  for (const row of rows) {
    if (typeof row !== "object" || row === null) throw metaError(messages.badRow({ found: String(row), names }));
  }
  const table = tableOf(
    rows,
    rows.map((_, i) => `new values ${i + 1}`),
  );
  completeRows(table, names);
  const { X } = modelMatrix(formula, design, table);
  return rows.map((_, i) => X.map((column) => column[i]!));
}
