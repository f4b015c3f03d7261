import type { Box, BoxedMinimum } from "../../numerics/minimiseInBox.js";
import type { RandomTerm } from "../random/term.js";
import { unstructured } from "../structures/unstructured.js";

/** The free parameters that are at no bound, where an angle has no slope to tell it, and of which something depends. */
export function insideBounds(
  terms: readonly RandomTerm[],
  { x, free }: BoxedMinimum,
  { lower, upper }: Box,
): readonly number[] {
  const without = withoutEffect(terms, x);
  return free.filter((i) => x[i]! > lower[i]! && x[i]! < upper[i]! && !without.includes(i));
}

/** Places of angles of levels that do not vary, and of those after an angle of 0 or π in their row. */
function withoutEffect(terms: readonly RandomTerm[], theta: Float64Array): readonly number[] {
  let first = 0;
  return terms.flatMap(({ structure, levels, parameters }) => {
    const from = first;
    first += parameters.length;
    if (structure !== unstructured) return [];
    const m = levels.names.length;
    const places: number[] = [];
    for (let row = 1, place = from + m; row < m; row++) {
      let sines = theta[from + row]!;
      for (let column = 0; column < row; column++, place++) {
        if (sines === 0 || theta[from + column] === 0) places.push(place);
        if (theta[place]! <= 0 || theta[place]! >= Math.PI) sines = 0;
      }
    }
    return places;
  });
}
