import gammainc from "@stdlib/math-base-special-gammainc";
import { poissonDensity } from "./poissonDensity.js";

const LARGE = 150;
const MAX_TERMS = 1_000_000;

/**
 * Regularised incomplete gamma function P(a, x), or Q(a, x) = 1 − P(a, x) with `upper`.
 *
 * From @stdlib for small a. For large a its asymptotic expansion is wrong beyond x = a (relative error up to 1 %), so
 * there the power series (x < a) and the continued fraction of Legendre (x ≥ a) are summed; about √a terms near a.
 * Abramowitz & Stegun 1964, Handbook of Mathematical Functions, 6.5.29 and 6.5.31.
 */
export function incompleteGamma(x: number, a: number, upper: boolean): number {
  if (a < LARGE) return gammainc(x, a, true, upper);
  const below = x < a;
  const tail = poissonDensity(x, a) * (below ? lowerSeries(x, a) : a * upperFraction(x, a));
  return below === upper ? 1 - tail : tail;
}

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + … */
function lowerSeries(x: number, a: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < MAX_TERMS && term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − 2(2 − a)/(x + 5 − a − …))), by the modified method of Lentz. */
function upperFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAX_TERMS; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const change = c * d;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}
