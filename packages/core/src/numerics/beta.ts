import betainc from "@stdlib/math-base-special-betainc";
import quantile from "@stdlib/stats-base-dists-beta-quantile";
import { positive, probability } from "../errors/check.js";
import type { Tail } from "./normal.js";

/** Shape parameters. */
export interface BetaShape {
  readonly a: number;
  readonly b: number;
}

/**
 * P(X ≤ x) of the beta distribution, or P(X > x) with `upper`.
 *
 * @example
 * import { betaCdf } from "@acumeta/core";
 * betaCdf(0.5, { a: 2, b: 3 }); // => 0.6875
 */
export function betaCdf(x: number, { a, b }: BetaShape, { upper = false }: Tail = {}): number {
  positive({ a, b });
  if (x <= 0) return upper ? 1 : 0;
  if (x >= 1) return upper ? 0 : 1;
  return betainc(x, a, b, true, upper);
}

/**
 * The x below which a beta variable falls with probability p.
 *
 * @example
 * import { betaQuantile } from "@acumeta/core";
 * betaQuantile(0.6875, { a: 2, b: 3 }); // => 0.5
 */
export function betaQuantile(p: number, { a, b }: BetaShape): number {
  probability({ p });
  positive({ a, b });
  return quantile(p, a, b);
}
