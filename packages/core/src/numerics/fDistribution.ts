import quantile from "@stdlib/stats-base-dists-f-quantile";
import { positive, probability } from "../errors/check.js";
import { betaCdf } from "./beta.js";
import type { Tail } from "./normal.js";

/** Numerator and denominator degrees of freedom. */
export interface FDegrees {
  readonly df1: number;
  readonly df2: number;
}

/**
 * P(X ≤ x) of the F distribution, or P(X > x) with `upper`.
 *
 * @example
 * import { fCdf } from "@acumeta/core";
 * fCdf(4.102821, { df1: 2, df2: 10 }); // => 0.95
 */
export function fCdf(x: number, { df1, df2 }: FDegrees, { upper = false }: Tail = {}): number {
  positive({ df1, df2 });
  if (x <= 0) return upper ? 1 : 0;
  const numerator = df1 * x;
  return numerator > df2
    ? betaCdf(df2 / (df2 + numerator), { a: df2 / 2, b: df1 / 2 }, { upper: !upper })
    : betaCdf(numerator / (df2 + numerator), { a: df1 / 2, b: df2 / 2 }, { upper });
}

/**
 * The x below which an F variable falls with probability p; in its upper half as the inverse of the lower quantile of
 * 1/X, which keeps the digits of small tails.
 *
 * @example
 * import { fQuantile } from "@acumeta/core";
 * fQuantile(0.95, { df1: 2, df2: 10 }); // => 4.102821
 */
export function fQuantile(p: number, { df1, df2 }: FDegrees): number {
  probability({ p });
  positive({ df1, df2 });
  return p > 0.5 ? 1 / quantile(1 - p, df2, df1) : quantile(p, df1, df2);
}
