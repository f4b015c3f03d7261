import type { BoxedMinimum } from "../../numerics/minimiseInBox.js";
import type { RandomTerm } from "../random/term.js";
import { type Search, settle } from "./climb.js";

const VALUES = 9;

/**
 * Where a variance is 0, the likelihood does not change with its correlation, but whether it rises with the variance does:
 * the highest point found from the values of the correlation at which it rises; null where it rises at none.
 */
export function awayFromZero(terms: readonly RandomTerm[], search: Search, at: BoxedMinimum): BoxedMinimum | null {
  let best: BoxedMinimum | null = null;
  for (const { variance, correlation } of zeroVariances(terms, at.x))
    for (const value of between(search.box.lower[correlation]!, search.box.upper[correlation]!)) {
      const start = at.x.map((each, i) => (i === correlation ? value : each));
      const slope = search.evaluate(start)?.gradient[variance] ?? 0;
      if (slope >= 0) continue;
      const found = settle(search, start);
      if (best === null || found.value < best.value) best = found;
    }
  return best;
}

/** Places of the variances that are 0, each with that of the correlation of the same random effects. */
function zeroVariances(terms: readonly RandomTerm[], theta: Float64Array) {
  let first = 0;
  return terms.flatMap(({ parameters }) => {
    const from = first;
    first += parameters.length;
    const place = (kind: string) => from + parameters.findIndex((each) => each.kind === kind);
    const [variance, correlation] = [place("variance"), place("correlation")];
    return variance >= from && correlation >= from && theta[variance] === 0 ? [{ variance, correlation }] : [];
  });
}

function between(lower: number, upper: number): readonly number[] {
  return Array.from({ length: VALUES }, (_, i) => lower + (i / (VALUES - 1)) * (upper - lower));
}
