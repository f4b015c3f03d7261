import type { SparseDesign } from "./sparseDesign.js";

/** X′WX with weights w, p × p, row by row in one array. */
export function sparseGram({ p, start, column, value }: SparseDesign, w: Float64Array): Float64Array {
  const A = new Float64Array(p * p);
  for (let i = 0; i < w.length; i++) {
    const end = start[i + 1]!;
    for (let a = start[i]!; a < end; a++) {
      const weighted = w[i]! * value[a]!;
      const row = column[a]! * p;
      for (let b = start[i]!; b < end; b++) A[row + column[b]!]! += weighted * value[b]!;
    }
  }
  return A;
}

/** X′Wy */
export function sparseCross({ p, start, column, value }: SparseDesign, w: Float64Array, y: Float64Array): Float64Array {
  const b = new Float64Array(p);
  for (let i = 0; i < w.length; i++) {
    const weighted = w[i]! * y[i]!;
    for (let a = start[i]!; a < start[i + 1]!; a++) b[column[a]!]! += weighted * value[a]!;
  }
  return b;
}

/** Xβ */
export function sparseFitted({ y, start, column, value }: SparseDesign, beta: Float64Array): Float64Array {
  const fitted = new Float64Array(y.length);
  for (let i = 0; i < fitted.length; i++) {
    let sum = 0;
    for (let a = start[i]!; a < start[i + 1]!; a++) sum += value[a]! * beta[column[a]!]!;
    fitted[i] = sum;
  }
  return fitted;
}

/** x′Cx of each row x of X. */
export function sparseQuadratics({ p, y, start, column, value }: SparseDesign, C: Float64Array): Float64Array {
  const out = new Float64Array(y.length);
  for (let i = 0; i < out.length; i++) {
    const end = start[i + 1]!;
    let sum = 0;
    for (let a = start[i]!; a < end; a++) {
      const row = column[a]! * p;
      sum += value[a]! * value[a]! * C[row + column[a]!]!;
      for (let b = a + 1; b < end; b++) sum += 2 * value[a]! * value[b]! * C[row + column[b]!]!;
    }
    out[i] = sum;
  }
  return out;
}
