import digammaOf from "@stdlib/math-base-special-digamma";
import gammaln from "@stdlib/math-base-special-gammaln";
import trigammaOf from "@stdlib/math-base-special-trigamma";
import { positive, probability } from "../errors/check.js";
import { incompleteGamma } from "./incompleteGamma.js";
import { invertLogTail, type LogTail } from "./invertLogTail.js";
import { normalQuantile, type Tail } from "./normal.js";

/**
 * P(X ≤ x) of the gamma distribution of a shape and rate 1, or P(X > x) with `upper`.
 * Throws `NOT_A_VALID_NUMBER` for shape ≤ 0.
 *
 * @example
 * import { gammaCdf } from "@acumeta/core";
 * gammaCdf(1, 1); // => 0.6321206
 */
export function gammaCdf(x: number, shape: number, { upper = false }: Tail = {}): number {
  positive({ shape });
  if (x <= 0) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  return incompleteGamma(x, shape, upper);
}

/**
 * The x below which a gamma variable of a shape and rate 1 falls with probability p; Infinity at p = 1.
 * Throws `NOT_A_VALID_NUMBER` for p outside [0, 1] or shape ≤ 0.
 *
 * @example
 * import { gammaQuantile } from "@acumeta/core";
 * gammaQuantile(0.5, 1); // => 0.6931472
 */
export function gammaQuantile(p: number, shape: number): number {
  probability({ p });
  positive({ shape });
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const upper = p > 0.5;
  const start = roughQuantile(p, shape);
  return start === 0 ? 0 : invertLogTail((x) => logTail(x, shape, upper), upper ? 1 - p : p, start);
}

/** Wilson & Hilferty 1931, PNAS 17:684-688; where that fails near 0, P ≈ x^shape / Γ(shape + 1). */
function roughQuantile(p: number, shape: number): number {
  const cubeRoot = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  if (cubeRoot > 0.3) return shape * cubeRoot ** 3;
  return Math.exp((Math.log(p) + gammaln(shape + 1)) / shape);
}

function logTail(x: number, shape: number, upper: boolean): LogTail {
  const sign = upper ? -1 : 1;
  const p = incompleteGamma(x, shape, upper);
  const logXDensity = shape * Math.log(x) - x - gammaln(shape);
  if (p === 0) return { logP: logXDensity - Math.log(shape), slope: sign * Math.abs(shape - x) };
  return { logP: Math.log(p), slope: sign * Math.exp(logXDensity - Math.log(p)) };
}

/**
 * Natural logarithm of |Γ(x)|.
 *
 * @example
 * import { logGamma } from "@acumeta/core";
 * logGamma(5); // => 3.178054
 */
export function logGamma(x: number): number {
  return gammaln(x);
}

/**
 * Derivative of ln Γ(x).
 *
 * @example
 * import { digamma } from "@acumeta/core";
 * digamma(1); // => -0.5772157
 */
export function digamma(x: number): number {
  return digammaOf(x);
}

/**
 * Second derivative of ln Γ(x).
 *
 * @example
 * import { trigamma } from "@acumeta/core";
 * trigamma(1); // => 1.644934
 */
export function trigamma(x: number): number {
  return trigammaOf(x);
}
