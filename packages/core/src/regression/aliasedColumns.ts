import { dot } from "../linear/products.js";
import type { AliasedColumn } from "./result.js";
import { type LeastSquares, weightedLeastSquares } from "./weightedLeastSquares.js";

/** What remains of a column's share in another, in parts of its length, below which it counts as none. */
const NEGLIGIBLE = 1e-9;

/** Columns that follow from those kept, and how. */
export function aliasedColumns(
  names: readonly string[],
  X: readonly Float64Array[],
  { kept }: Pick<LeastSquares, "kept">,
): readonly AliasedColumn[] {
  const places = names.flatMap((_, place) => (kept.includes(place) ? [] : [place]));
  if (places.length === 0) return [];
  const columns = kept.map((place) => X[place]!);
  const equal = new Float64Array(X[0]!.length).fill(1);
  return places.map((place) => {
    const column = X[place]!;
    const { beta } = weightedLeastSquares(columns, column, equal);
    const size = lengthOf(column);
    const follows = columns.flatMap((from, j) => {
      const weight = Number(beta[j]!.toPrecision(12));
      return Math.abs(weight) * lengthOf(from) > NEGLIGIBLE * size ? [{ name: names[kept[j]!]!, weight }] : [];
    });
    return { name: names[place]!, follows };
  });
}

/** "b = 2 a − c" */
export function describeAliased({ name, follows }: AliasedColumn): string {
  if (follows.length === 0) return `${name} = 0`;
  const [first, ...others] = follows.map(({ name: from, weight }) => {
    const size = Math.abs(weight) === 1 ? from : `${Math.abs(weight)} ${from}`;
    return { size, isNegative: weight < 0 };
  });
  const rest = others.map(({ size, isNegative }) => ` ${isNegative ? "−" : "+"} ${size}`).join("");
  return `${name} = ${first!.isNegative ? "−" : ""}${first!.size}${rest}`;
}

function lengthOf(column: Float64Array): number {
  return Math.sqrt(dot(column, column));
}
