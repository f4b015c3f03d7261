import { findRoot } from "../../numerics/findRoot.js";

/** Nodes t and factors w such that ∫f(t)dt/√(2π) ≈ Σ w f(t) where f is near exp(−t²/2). */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly factors: Float64Array;
}

const rules = new Map<number, QuadratureRule>();

/**
 * Gauss-Hermite quadrature with n points, in the form adaptive quadrature needs. Nodes are the roots of the n-th
 * Hermite polynomial, found one between each two of the polynomial before it; w = 1/(n ψ²), ψ the orthonormal Hermite
 * function of degree n − 1. One point is Laplace's approximation.
 *
 * Golub & Welsch 1969, Mathematics of Computation 23:221-230; Liu & Pierce 1994, Biometrika 81:624-629.
 */
export function gaussHermite(n: number): QuadratureRule {
  const known = rules.get(n);
  if (known !== undefined) return known;
  let nodes: readonly number[] = [];
  for (let degree = 1; degree <= n; degree++) {
    const edge = 2 * Math.sqrt(degree);
    const ends = [-edge, ...nodes, edge];
    nodes = ends.slice(1).map((right, i) => findRoot((t) => hermite(t, degree), [ends[i]!, right]).x);
  }
  const rule = {
    nodes: Float64Array.from(nodes),
    factors: Float64Array.from(nodes, (t) => 1 / (n * hermite(t, n - 1) ** 2)),
  };
  rules.set(n, rule);
  return rule;
}

/** The orthonormal Hermite function of a degree, exp(−t²/4) times a polynomial. */
function hermite(t: number, degree: number): number {
  let [before, value] = [0, Math.exp((-t * t) / 4)];
  for (let m = 0; m < degree; m++) [before, value] = [value, (t * value - Math.sqrt(m) * before) / Math.sqrt(m + 1)];
  return value;
}
