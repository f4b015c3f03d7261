import type { Box, Curved } from "../../numerics/minimiseInBox.js";
import type { RandomTerm } from "../random/term.js";

const FLAT = 1e-18;

/**
 * Places of the variances and correlations along which the likelihood does not change at all: of random effects that can't
 * be told from the fixed part, and of levels that never occur together.
 */
export function flatParameters(terms: readonly RandomTerm[], at: Curved | null): readonly number[] {
  if (at === null) return [];
  const { gradient, hessian } = at;
  return terms
    .flatMap(({ parameters }) => parameters)
    .flatMap(({ lower }, i) => {
      const isFlat = gradient[i] === 0 && Math.abs(hessian[i * gradient.length + i]!) < FLAT;
      return isFlat && Number.isFinite(lower) ? [i] : [];
    });
}

/** A box that holds some variables at 0. */
export function heldAtZero({ lower, upper }: Box, places: readonly number[]): Box {
  const zeroed = (bounds: readonly number[]) => bounds.map((bound, i) => (places.includes(i) ? 0 : bound));
  return { lower: zeroed(lower), upper: zeroed(upper) };
}
