import { orthogonalise } from "../orthogonalise.js";
import { invertTriangle } from "../weightedLeastSquares.js";

/**
 * What log τ² may be: combinations Bγ of orthonormal columns for some studies; the others have no heterogeneity, τ² = 0.
 */
export interface LogVariances {
  /** Places of the studies with heterogeneity. */
  readonly rows: readonly number[];
  /** B, a column each, as long as there are studies; 0 for those without heterogeneity. */
  readonly columns: readonly Float64Array[];
  /** Places of the columns of Z that tell log τ² of these studies. */
  readonly kept: readonly number[];
  /** R⁻¹ of Z = BR, column by column, so that α = R⁻¹γ. */
  readonly inverse: readonly Float64Array[];
}

/** Log-variances in the columns of Z, for the studies of `rows`. */
export function logVariancesOf(Z: readonly Float64Array[], rows: readonly number[]): LogVariances {
  const k = Z[0]?.length ?? 0;
  const equal = new Float64Array(rows.length).fill(1);
  const own = Z.map((column) => Float64Array.from(rows, (row) => column[row]!));
  const { Q, R, kept } = orthogonalise(own, equal);
  const columns = Q.map((short) => {
    const column = new Float64Array(k);
    for (const [i, row] of rows.entries()) column[row] = short[i]!;
    return column;
  });
  return { rows, columns, kept, inverse: invertTriangle(R) };
}

/** log τ² of a study with heterogeneity. */
export function logTau2({ columns }: LogVariances, gamma: Float64Array, row: number): number {
  let sum = 0;
  for (let j = 0; j < columns.length; j++) sum += columns[j]![row]! * gamma[j]!;
  return sum;
}

/** τ² of each of k studies. */
export function tau2At(logVariances: LogVariances, gamma: Float64Array, k: number): Float64Array {
  const tau2 = new Float64Array(k);
  for (const row of logVariances.rows) tau2[row] = Math.exp(logTau2(logVariances, gamma, row));
  return tau2;
}

/** α = R⁻¹γ, of the columns kept. */
export function alphaOf({ inverse }: LogVariances, gamma: Float64Array): Float64Array {
  const alpha = new Float64Array(gamma.length);
  for (const [m, column] of inverse.entries()) for (const [j, each] of column.entries()) alpha[j]! += each * gamma[m]!;
  return alpha;
}

/** The γ whose log-variances are nearest to given ones. */
export function nearest({ columns, rows }: LogVariances, target: (row: number) => number): Float64Array {
  return Float64Array.from(columns, (column) => rows.reduce((sum, row) => sum + column[row]! * target(row), 0));
}
