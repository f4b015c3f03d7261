import { timesEach } from "../orthogonalise.js";
import { projectionTrace, projectionTraces } from "../projectionTraces.js";

/** What the mixed-effects model says of Q = y′Py, P = A − AX(X′AX)⁻¹X′A with fixed weights a. */
export interface QuadraticForm {
  /** tr(PΣ), Σ = diag(v + τ²) */
  readonly mean: number;
  /** 2 tr(PΣPΣ) */
  readonly variance: number;
  /** tr(P): by how much a unit of τ² raises Q. */
  readonly slope: number;
}

/**
 * With the orthonormal basis Q of √A X, P = √A(I − QQ′)√A.
 *
 * Biggerstaff & Tweedie 1997, Statistics in Medicine 16:753-768, eq. 6, for any weights and any X.
 */
export function quadraticForm(
  Q: readonly Float64Array[],
  a: Float64Array,
  { v, tau2 }: { readonly v: Float64Array; readonly tau2: number },
): QuadraticForm {
  const spread = v.map((variance) => variance + tau2);
  const { first, second } = projectionTraces(Q, timesEach(a, spread));
  return { mean: first, variance: 2 * second, slope: projectionTrace(Q, a) };
}
