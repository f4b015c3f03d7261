import { weighted } from "./weighted.js";

/** The τ² ≥ 0 at which Q(τ²) reaches a target, and the work it took. */
export interface QRoot {
  readonly tau2: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const MAX_ITERATIONS = 200;

/**
 * Solves Q(τ²) = target for a target between 0 and Q(0).
 *
 * 1/Q rises and is concave in τ² (Q is z′M⁻¹z with M linear in τ²), so Newton's steps on 1/Q from τ² = 0 rise to the
 * root without passing it; with Q′(τ²) = −Σw²(y − μ)². A step of relative size 1e-11 is the last, its square being
 * below rounding.
 */
export function solveQ(y: Float64Array, v: Float64Array, target: number): QRoot {
  let tau2 = 0;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const { q1, q2 } = weighted(y, v, tau2);
    const next = tau2 + ((q1 - target) / q2) * (q1 / target);
    if (!(next - tau2 > 1e-11 * next)) return { tau2: Math.max(next, 0), iterations, converged: true };
    tau2 = next;
  }
  return { tau2, iterations: MAX_ITERATIONS, converged: false };
}
