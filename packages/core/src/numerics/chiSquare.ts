import { gammaCdf, gammaQuantile } from "./gamma.js";
import type { Tail } from "./normal.js";

/**
 * P(X ≤ x) of the χ² distribution with `df` degrees of freedom, or P(X > x) with `upper`.
 *
 * @example
 * import { chiSquareCdf } from "@acumeta/core";
 * chiSquareCdf(3.841459, 1, { upper: true }); // => 0.05
 */
export function chiSquareCdf(x: number, df: number, tail: Tail = {}): number {
  return gammaCdf(x / 2, df / 2, tail);
}

/**
 * The x below which a χ² variable with `df` degrees of freedom falls with probability p; Infinity at p = 1.
 *
 * @example
 * import { chiSquareQuantile } from "@acumeta/core";
 * chiSquareQuantile(0.95, 1); // => 3.841459
 */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}
