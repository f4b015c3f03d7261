import erfcinv from "@stdlib/math-base-special-erfcinv";
import cdf from "@stdlib/stats-base-dists-normal-cdf";
import logcdf from "@stdlib/stats-base-dists-normal-logcdf";
import { probability } from "../errors/check.js";

/** Which tail of a distribution a probability is of; the lower one unless said. */
export interface Tail {
  readonly upper?: boolean;
}

/**
 * P(Z ≤ z) of the standard normal distribution, or P(Z > z) with `upper`; accurate in both tails.
 *
 * @example
 * import { normalCdf } from "@acumeta/core";
 * normalCdf(1.96); // => 0.9750021
 */
export function normalCdf(z: number, { upper = false }: Tail = {}): number {
  return cdf(upper ? -z : z, 0, 1);
}

/**
 * Natural logarithm of `normalCdf`, finite where the probability itself is too small for a number.
 *
 * @example
 * import { normalLogCdf } from "@acumeta/core";
 * normalLogCdf(-40); // => -804.60844
 */
export function normalLogCdf(z: number, { upper = false }: Tail = {}): number {
  return logcdf(upper ? -z : z, 0, 1);
}

/**
 * The z below which a standard normal variable falls with probability p; ±Infinity at p = 1 and 0.
 * Throws `NOT_A_VALID_NUMBER` for p outside [0, 1].
 *
 * @example
 * import { normalQuantile } from "@acumeta/core";
 * normalQuantile(0.975); // => 1.959964
 */
export function normalQuantile(p: number): number {
  probability({ p });
  return -Math.SQRT2 * erfcinv(2 * p);
}

/**
 * Density of the standard normal distribution.
 *
 * @example
 * import { normalDensity } from "@acumeta/core";
 * normalDensity(0); // => 0.3989423
 */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
