import type { SumsAt } from "./profileSums.js";

/** The τ² ≥ 0 at which QE(τ²) reaches a target, and the work it took. */
export interface QERoot {
  readonly tau2: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const MAX_ITERATIONS = 200;

/** A step that is smaller in parts of τ² is the last: what it leaves is of the size of its square. */
const LAST_STEP = 1e-5;

/**
 * Solves QE(τ²) = y′Py = target; 0 where QE(0) is not above it. 1/QE rises and is concave in τ², so that Newton's first step
 * from anywhere ends below the root, and the others rise to it without passing it; QE′ = −y′PPy.
 *
 * DerSimonian & Kacker 2007, Contemporary Clinical Trials 28:105-114, sec. 3, for any X.
 */
export function solveQE(at: SumsAt, target: number, from = 0): QERoot {
  let tau2 = from;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const { q1, q2 } = at(tau2);
    if (tau2 === 0 && q1 <= target) return { tau2: 0, iterations: 0, converged: true };
    const next = Math.max(0, tau2 + ((q1 - target) / q2) * (q1 / target));
    if (!Number.isFinite(next)) return { tau2, iterations, converged: false };
    if (Math.abs(next - tau2) <= LAST_STEP * next) return { tau2: next, iterations, converged: true };
    tau2 = next;
  }
  return { tau2, iterations: MAX_ITERATIONS, converged: false };
}
