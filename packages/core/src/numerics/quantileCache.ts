import { chiSquareQuantile } from "./chiSquare.js";
import { normalQuantile } from "./normal.js";
import { tQuantile } from "./studentT.js";

type Cache = Map<number, Map<number, number>>;

function remember(cache: Cache, compute: (p: number, df: number) => number): (p: number, df: number) => number {
  return (p, df) => {
    let ofP = cache.get(p);
    if (ofP === undefined) {
      if (cache.size >= MAX_LEVELS) cache.clear();
      ofP = new Map();
      cache.set(p, ofP);
    }
    let value = ofP.get(df);
    if (value === undefined) {
      value = compute(p, df);
      ofP.set(df, value);
    }
    return value;
  };
}

/** More different levels than a program means to use: beyond, the cache starts anew. */
const MAX_LEVELS = 64;

const t = remember(new Map(), tQuantile);
const z = remember(new Map(), normalQuantile);

/** The χ² quantile of p with `df` degrees of freedom, remembered: thousands of fits share a few degrees of freedom. */
export const chiSquareCritical: (p: number, df: number) => number = remember(new Map(), chiSquareQuantile);

/**
 * Half-width of a two-sided interval in standard errors: of the t distribution, or of the normal where `df` is null.
 * From the lower tail, which stays exact for levels close to 1.
 */
export function criticalValue(level: number, df: number | null): number {
  const tail = (1 - level) / 2;
  return df === null ? -z(tail, 0) : -t(tail, df);
}

/**
 * Half-width of a two-sided interval with a standard error; the largest number there is where it would be larger, as
 * with degrees of freedom near 0.
 */
export function halfWidth(level: number, { se, df }: { readonly se: number; readonly df: number | null }): number {
  return se === 0 ? 0 : Math.min(criticalValue(level, df) * se, Number.MAX_VALUE);
}
