import { choleskySolve, forwardSolve } from "../../../linear/cholesky.js";
import { type Integrand, sandwich } from "./integrand.js";

/** How the mode of an integrand moves with a parameter, and the factor K of its curvature there, by dK = KΦ. */
export interface MovedMode {
  readonly mode: Float64Array;
  /** A lower triangle, row by row in one array. */
  readonly phi: Float64Array;
}

/**
 * With λ of an arm, or, as the last parameter, with τ; after `evaluate` at the mode. By the implicit function theorem, and of
 * the Cholesky factor Φ = the lower triangle of K⁻¹ d(KK′) K⁻ᵀ with half its diagonal.
 */
export function movedMode(
  { C, at, t, dimensions: D }: Integrand,
  K: Float64Array,
  tau: number,
  parameter: number,
): MovedMode {
  const isTau = parameter === t;
  const direct = Float64Array.from({ length: t }, (_, i) => (isTau ? at.u[i]! : Number(i === parameter)));
  const slope = new Float64Array(D);
  for (let i = 0; i < t; i++)
    for (let d = 0; d < D; d++)
      slope[d]! += C[i]![d]! * (tau * at.second[i]! * direct[i]! + (isTau ? at.first[i]! : 0));
  const mode = choleskySolve(K, slope);
  const change = direct.map((each, i) => {
    const along = C[i]!.reduce((sum, c, d) => sum + c * mode[d]!, 0);
    return -tau * tau * at.third[i]! * (each + tau * along) - (isTau ? 2 * tau * at.second[i]! : 0);
  });
  const phi = betweenInverses(K, sandwich(C, change, 1), D);
  for (let d = 0; d < D; d++) phi[d * D + d]! /= 2;
  return { mode, phi };
}

/** K⁻¹AK⁻ᵀ of a symmetric A. */
function betweenInverses(K: Float64Array, A: Float64Array, D: number): Float64Array {
  const half = new Float64Array(D * D);
  const out = new Float64Array(D * D);
  for (let d = 0; d < D; d++) half.set(forwardSolve(K, A.slice(d * D, (d + 1) * D)), d * D);
  for (let e = 0; e < D; e++) {
    const column = Float64Array.from({ length: D }, (_, d) => half[d * D + e]!);
    out.set(forwardSolve(K, column), e * D);
  }
  return out;
}
