import { betaCdf } from "../../numerics/beta.js";
import { normalCdf, normalQuantile } from "../../numerics/normal.js";

/** Expected range of n normal values, by Blom's approximation: 2 Φ⁻¹((n − ⅜)/(n + ¼)). Wan et al. 2014, eq. 9. */
export function approximateRange(n: number): number {
  return 2 * normalQuantile((n - 0.375) / (n + 0.25));
}

/** Expected interquartile range of n normal values: 2 Φ⁻¹((¾n − ⅛)/(n + ¼)). Wan et al. 2014, eq. 16. */
export function approximateIqr(n: number): number {
  return 2 * normalQuantile((0.75 * n - 0.125) / (n + 0.25));
}

const STEP = 1 / 16;
const REACH = 10;

/** Expected range of n normal values, ∫(1 − Φⁿ − (1 − Φ)ⁿ)dz. Tippett 1925, Biometrika 17:364-387. */
export function expectedRange(n: number): number {
  return integral((z) => 1 - normalCdf(z) ** n - normalCdf(-z) ** n);
}

/** Expected distance of the quartiles, the (Q + 1)th from below and above, of n = 4Q + 1 normal values. */
function expectedIqr(Q: number): number {
  const [lower, upper] = [
    { a: Q + 1, b: 3 * Q + 1 },
    { a: 3 * Q + 1, b: Q + 1 },
  ];
  return integral((z) => betaCdf(normalCdf(z), lower) - betaCdf(normalCdf(z), upper));
}

const TABULATED = 50;

/** ξ(n) of Wan et al. 2014, table 1: the expected range to three decimals up to n = 50, beyond by the approximation. */
export function tabulatedRange(n: number): number {
  return n <= TABULATED ? toThreeDecimals(expectedRange(n)) : approximateRange(n);
}

/**
 * η(n) of Wan et al. 2014, table 2: the expected interquartile range of 4Q + 1 values to three decimals up to Q = 50,
 * Q the first that makes n; beyond by the approximation.
 */
export function tabulatedIqr(n: number): number {
  const Q = Math.ceil((n - 1) / 4);
  return Q <= TABULATED ? toThreeDecimals(expectedIqr(Q)) : approximateIqr(n);
}

function toThreeDecimals(x: number): number {
  return Math.round(1000 * x) / 1000;
}

/** Trapezoids, which gain all digits of a smooth integrand that ends at 0. */
function integral(of: (z: number) => number): number {
  let sum = 0;
  for (let z = -REACH; z <= REACH; z += STEP) sum += of(z);
  return sum * STEP;
}
