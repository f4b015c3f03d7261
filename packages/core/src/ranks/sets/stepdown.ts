import { quickselect } from "simple-statistics";
import { criticalValue } from "../../numerics/quantileCache.js";
import type { Differences } from "../differences.js";

/** What claims about differences are tested with. */
export interface Tests extends Differences {
  readonly df: number | null;
  readonly level: number;
  /** For each treatment draws of how far its estimate is from the truth. */
  readonly drawn: readonly Float64Array[];
  /** Whether claims that are left are tested again without those refused. */
  readonly stepwise: boolean;
}

/**
 * Refuses claims that one treatment is no better than another, given as places i · n + j of pairs, so that any that is true is
 * refused with probability 1 − level at most: those whose t statistic is beyond the quantile of the largest of all of them in
 * draws around no difference; then again for those left, until none falls. The result, row by row, is 1 where the one at the row
 * is shown to be better than the one at the column.
 *
 * Romano & Wolf 2005, Econometrica 73:1237-1282.
 */
export function stepdown(claims: readonly number[], tests: Tests): Uint8Array {
  const { difference, se, stepwise } = tests;
  const better = new Uint8Array(difference.length);
  let open: readonly number[] = claims.filter((place) => se[place]! > 0);
  for (const place of claims) if (se[place] === 0 && difference[place]! > 0) better[place] = 1;
  while (open.length > 0) {
    const critical = criticalOfLargest(open, tests);
    const left = open.filter((place) => {
      const isRefused = difference[place]! > critical * se[place]!;
      if (isRefused) better[place] = 1;
      return !isRefused;
    });
    if (left.length === open.length || !stepwise) break;
    open = left;
  }
  return better;
}

/** The quantile of the largest of several t statistics; without draws where they are of one pair. */
function criticalOfLargest(open: readonly number[], { se, df, level, drawn }: Tests): number {
  const n = drawn.length;
  const turned = (place: number) => (place % n) * n + Math.floor(place / n);
  const isOpen = new Set(open);
  const pairs = open.filter((place) => place < turned(place) || !isOpen.has(turned(place)));
  if (pairs.length === 1) return criticalValue(open.length === 2 ? level : 2 * level - 1, df);
  const draws = drawn[0]!.length;
  const largest = new Float64Array(draws).fill(Number.NEGATIVE_INFINITY);
  for (const place of pairs) {
    const one = drawn[Math.floor(place / n)]!;
    const other = drawn[place % n]!;
    raise(largest, [one, other], { precision: 1 / se[place]!, bothWays: isOpen.has(turned(place)) });
  }
  const rank = Math.min(draws, Math.ceil(level * draws)) - 1;
  quickselect(largest as unknown as number[], rank);
  return largest[rank]!;
}

/** To the t statistics of a pair, or their sizes where it may differ `bothWays`, where they are larger. */
function raise(
  largest: Float64Array,
  [one, other]: readonly [Float64Array, Float64Array],
  { precision, bothWays }: { readonly precision: number; readonly bothWays: boolean },
): void {
  for (let draw = 0; draw < largest.length; draw++) {
    const t = (one[draw]! - other[draw]!) * precision;
    const size = bothWays ? Math.abs(t) : t;
    if (size > largest[draw]!) largest[draw] = size;
  }
}
