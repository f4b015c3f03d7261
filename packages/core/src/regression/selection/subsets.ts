import { type CandidateTerm, isWithin } from "./candidates.js";

/** Places of candidates, ascending. */
export type Subset = readonly number[];

/**
 * Every set of candidates in which an interaction stands with those of its parts that are candidates too: without
 * them its coefficients would mean something else.
 *
 * Nelder 1977, Journal of the Royal Statistical Society A 140:48-77.
 */
export function subsetsOf(candidates: readonly CandidateTerm[]): readonly Subset[] {
  const needed = candidates.map(({ term }, at) =>
    candidates.flatMap((other, place) => (place !== at && isWithin(other.term, term) ? [place] : [])),
  );
  const out: Subset[] = [];
  for (let mask = 0; mask < 2 ** candidates.length; mask++) {
    const has = (place: number) => ((mask >> place) & 1) === 1;
    const places = candidates.flatMap((_, place) => (has(place) ? [place] : []));
    if (places.every((place) => needed[place]!.every(has))) out.push(places);
  }
  return out;
}
