import { weightedLeastSquares } from "../weightedLeastSquares.js";
import type { LogVariances } from "./logVariances.js";

/** A difference in parts of a column's largest number, below which it is rounding. */
const NEGLIGIBLE = 1e-9;

/** Whether log τ² of a study follows from those of the rows: whether the columns of Z that depend on others there do so in it too. */
export function toldBy(Z: readonly Float64Array[], { rows, kept }: LogVariances): (row: number) => boolean {
  const within = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  const equal = new Float64Array(rows.length).fill(1);
  const columns = kept.map((place) => Z[place]!);
  const dependent = Z.flatMap((column, place) => {
    if (kept.includes(place)) return [];
    const beta = kept.length === 0 ? [] : weightedLeastSquares(columns.map(within), within(column), equal).beta;
    const size = column.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
    return [{ column, beta, size }];
  });
  return (row) =>
    dependent.every(({ column, beta, size }) => {
      const followed = columns.reduce((sum, each, j) => sum + beta[j]! * each[row]!, 0);
      return Math.abs(column[row]! - followed) <= NEGLIGIBLE * size;
    });
}
