import { normalDensity, normalQuantile } from "../numerics/normal.js";

/**
 * The normal quantile z of a proportion a/n, with its variance p(1 − p)/(n φ(z)²), by the delta method; not finite at 0
 * and n.
 */
export function probit(a: number, n: number): { readonly z: number; readonly variance: number } {
  const p = a / n;
  const z = normalQuantile(p);
  return { z, variance: (p * (1 - p)) / (n * normalDensity(z) ** 2) };
}
