import type { ComparedTerm } from "./comparedTerm.js";
import { atBoundWithout, holdsNested, holdsTerm, isLinear } from "./holdsTerm.js";

/** Of random effects those that others are without or of which they are a case at a bound. */
export interface AtBoundary {
  readonly terms: readonly ComparedTerm[];
  /** How many of their parameters are at a bound; Infinity for several, or for one without which others mean nothing. */
  readonly count: number;
  /** Whether the likelihood ratio is known to be no larger than χ² with all degrees of freedom. */
  readonly isBelowChiSquare: boolean;
}

/** Which random effects of a full model are at a bound where it is the reduced one; null where it can't be that. */
export function holdsRandom(full: readonly ComparedTerm[], reduced: readonly ComparedTerm[]): AtBoundary | null {
  const [first, ...rest] = reduced;
  if (first === undefined) return without(full);
  const ways = full.flatMap((term, t): AtBoundary[] => {
    const others = full.filter((_, other) => other !== t);
    const alone = holdsTerm(term, first);
    const pairs = rest.flatMap((second, s) => {
      if (!holdsNested(term, first, second) && !holdsNested(term, second, first)) return [];
      return [
        holdsRandom(
          others,
          rest.filter((_, other) => other !== s),
        ),
      ];
    });
    const single = alone === null ? null : added(holdsRandom(others, rest), term, alone);
    return [single, ...pairs].filter((way) => way !== null);
  });
  return ways.reduce<AtBoundary | null>(
    (least, way) => (least === null || way.count < least.count ? way : least),
    null,
  );
}

function without(terms: readonly ComparedTerm[]): AtBoundary {
  const count = terms.reduce((sum, term) => sum + atBoundWithout(term), 0);
  return { terms, count, isBelowChiSquare: terms.every(isLinear) };
}

function added(rest: AtBoundary | null, term: ComparedTerm, count: number): AtBoundary | null {
  if (rest === null || count === 0) return rest;
  return { ...rest, terms: [...rest.terms, term], count: rest.count + count };
}
