import { type SymmetricEigen, symmetricEigen } from "../../linear/symmetricEigen.js";
import type { SparseDesign } from "../../sparse/sparseDesign.js";
import type { SparseLeastSquares } from "../../sparse/sparseLeastSquares.js";
import type { ComponentModel } from "../design/componentModel.js";

/** How much of the precision of an estimate is lost without a trial: 1 where nothing tells it then. */
export interface TrialLeverage {
  readonly study: string;
  readonly leverage: number;
}

const ROUNDING = 1e-10;

/**
 * 1 − variance/variance without the trial, of an estimate c′β, for each trial that has a part in it, those with most first. Without
 * the rows s of a trial the variance grows by u′(I − H)⁻¹u, with u = W^½XCc and the hat matrix H = W^½XCX′W^½ of those rows.
 *
 * Cook & Weisberg 1982, Residuals and Influence in Regression (estimates without some cases).
 */
export function trialLeverages(
  { trials, trialOf }: Pick<ComponentModel, "trials" | "trialOf">,
  design: SparseDesign,
  fit: SparseLeastSquares,
): (c: Float64Array) => readonly TrialLeverage[] {
  const { p } = design;
  const C = fit.vcov();
  const rowsOf: number[][] = trials.map(() => []);
  trialOf.forEach((trial, row) => {
    rowsOf[trial]!.push(row);
  });
  const left = rowsOf.map((rows) => leftBy(design, fit, rows));
  return (c) => {
    const along = new Float64Array(p);
    for (let j = 0; j < p; j++) if (c[j] !== 0) for (let i = 0; i < p; i++) along[i]! += c[j]! * C[j * p + i]!;
    const variance = c.reduce((sum, each, i) => sum + each * along[i]!, 0);
    return trials
      .map(({ study }, trial) => {
        const u = rowsOf[trial]!.map((row) => weighted(design, fit, row, along));
        return { study, leverage: leverage(u, left[trial]!, variance) };
      })
      .filter((each) => each.leverage > ROUNDING)
      .sort((a, b) => b.leverage - a.leverage);
  };
}

/** √w x′a of a row x. */
function weighted(
  { start, column, value }: SparseDesign,
  { w }: SparseLeastSquares,
  row: number,
  a: Float64Array,
): number {
  let sum = 0;
  for (let place = start[row]!; place < start[row + 1]!; place++) sum += value[place]! * a[column[place]!]!;
  return Math.sqrt(w[row]!) * sum;
}

/** I − H of some rows. */
function leftBy(design: SparseDesign, fit: SparseLeastSquares, rows: readonly number[]): SymmetricEigen {
  const { p, start, column, value } = design;
  const C = fit.vcov();
  const n = rows.length;
  const matrix = new Float64Array(n * n);
  rows.forEach((row, r) => {
    const Cx = new Float64Array(p);
    for (let place = start[row]!; place < start[row + 1]!; place++)
      for (let i = 0; i < p; i++) Cx[i]! += value[place]! * C[column[place]! * p + i]!;
    rows.forEach((other, s) => {
      matrix[r * n + s] = (r === s ? 1 : 0) - Math.sqrt(fit.w[row]!) * weighted(design, fit, other, Cx);
    });
  });
  return symmetricEigen(matrix, n);
}

function leverage(u: readonly number[], { values, vectors }: SymmetricEigen, variance: number): number {
  let growth = 0;
  for (let e = 0; e < u.length; e++) {
    const part = u.reduce((sum, each, r) => sum + each * vectors[e]![r]!, 0) ** 2;
    if (part <= ROUNDING * variance) continue;
    if (values[e]! <= ROUNDING) return 1;
    growth += part / values[e]!;
  }
  return growth / (variance + growth);
}
