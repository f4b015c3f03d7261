/** A regression y = Xβ + e of independent rows with variances v (+ τ²), of which most elements of X are 0. */
export interface SparseDesign {
  /** Columns of X. */
  readonly p: number;
  readonly y: Float64Array;
  readonly v: Float64Array;
  /** Row i has the elements from `start[i]` up to, not with, `start[i + 1]`: `column`s in rising order, with their `value`s. */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

/** The elements of a row of X that are not 0. */
export type SparseRow = readonly (readonly [column: number, value: number])[];

/** The same, from rows. */
export function sparseDesign(
  p: number,
  rows: readonly { readonly x: SparseRow; readonly y: number; readonly v: number }[],
): SparseDesign {
  const elements = rows.reduce((sum, { x }) => sum + x.length, 0);
  const design = {
    p,
    y: Float64Array.from(rows, ({ y }) => y),
    v: Float64Array.from(rows, ({ v }) => v),
    start: new Int32Array(rows.length + 1),
    column: new Int32Array(elements),
    value: new Float64Array(elements),
  };
  let place = 0;
  for (let i = 0; i < rows.length; i++) {
    for (const [column, value] of [...rows[i]!.x].sort((a, b) => a[0] - b[0])) {
      design.column[place] = column;
      design.value[place] = value;
      place += 1;
    }
    design.start[i + 1] = place;
  }
  return design;
}
