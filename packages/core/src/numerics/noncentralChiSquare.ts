import { check, positive } from "../errors/check.js";
import { chiSquareCdf } from "./chiSquare.js";
import type { Tail } from "./normal.js";
import { poissonDensity } from "./poissonDensity.js";

/** Degrees of freedom and noncentrality, the sum of the squared means of the normal variables. */
export interface NoncentralChiSquare {
  readonly df: number;
  readonly ncp: number;
}

const NEGLIGIBLE = 1e-18;

/**
 * P(X ≤ x) of the noncentral χ² distribution, or P(X > x) with `upper`: central χ² distributions of df + 2j degrees of
 * freedom, mixed by the Poisson probability of j at ncp/2. Summed outward from the largest term, about 20√ncp terms;
 * either tail keeps its digits.
 *
 * Throws `NOT_A_VALID_NUMBER` for df ≤ 0, ncp < 0 or not finite, or x that is no number.
 * Johnson & Kotz 1970, Continuous Univariate Distributions 2, ch. 28.
 *
 * @example
 * import { chiSquareQuantile, noncentralChiSquareCdf } from "@acumeta/core";
 * noncentralChiSquareCdf(chiSquareQuantile(0.95, 9), { df: 9, ncp: 15.6 }, { upper: true }); // => 0.79845
 */
export function noncentralChiSquareCdf(x: number, { df, ncp }: NoncentralChiSquare, tail: Tail = {}): number {
  check({ x }, (value) => !Number.isNaN(value), "a number");
  positive({ df });
  check({ ncp }, (value) => value >= 0 && Number.isFinite(value), "a number from 0");
  if (ncp === 0 || x <= 0 || x === Infinity) return chiSquareCdf(x, df, tail);
  const term = (j: number) => poissonDensity(ncp / 2, j) * chiSquareCdf(x, df + 2 * j, tail);
  const largest = Math.floor(largestTerm(x, { df, ncp }, tail));
  return Math.min(1, sumFrom(term, largest, -1) + sumFrom(term, largest + 1, 1));
}

/** Where successive terms are equal: in a tail, j(j + df/2) = x ncp/4; where the central probabilities are near 1, j = ncp/2. */
function largestTerm(x: number, { df, ncp }: NoncentralChiSquare, { upper = false }: Tail): number {
  const inTail = (x * ncp) / (df + Math.sqrt(df * df + 4 * x * ncp));
  return upper ? Math.max(inTail, ncp / 2) : Math.min(inTail, ncp / 2);
}

/** Terms that rise to one peak at most, until they have fallen to nothing. */
function sumFrom(term: (j: number) => number, start: number, step: 1 | -1): number {
  let sum = 0;
  let before = 0;
  for (let j = start; j >= 0; j += step) {
    const value = term(j);
    sum += value;
    if (value <= before && value <= NEGLIGIBLE * sum) break;
    before = value;
  }
  return sum;
}
