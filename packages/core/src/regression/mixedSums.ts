import type { Design } from "./design.js";
import { projectionTraces } from "./projectionTraces.js";
import { type LeastSquares, weightedLeastSquares } from "./weightedLeastSquares.js";
import { weightsAt } from "./weights.js";

/** Sums of a mixed-effects regression at τ², with W = diag(1/(v + τ²)) and P = W − WX(X′WX)⁻¹X′W. */
export interface MixedSums {
  readonly fit: LeastSquares;
  /** y′Py */
  readonly q1: number;
  readonly trP: number;
  /** tr(PP) */
  readonly trPP: number;
  /** ½ log|W| */
  readonly halfLogW: number;
  /** ½ log|X′WX| of the columns kept */
  readonly halfLogXWX: number;
}

/**
 * The sums at one τ², by QR decomposition (`fit`, where it is known). With the orthonormal basis Q of √W X, P = √W (I − QQ′) √W.
 *
 * Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261-293; 2010, Journal of Statistical Software
 * 36(3).
 */
export function mixedSums(
  { X, y, v }: Design,
  tau2: number,
  fit: LeastSquares = weightedLeastSquares(X, y, weightsAt(v, tau2)),
): MixedSums {
  const w = weightsAt(v, tau2);
  const { Q, R } = fit.basis;
  const { first, second } = projectionTraces(Q, w);
  return {
    fit,
    q1: fit.QE,
    trP: first,
    trPP: second,
    halfLogW: 0.5 * w.reduce((sum, each) => sum + Math.log(each), 0),
    halfLogXWX: R.reduce((sum, column, j) => sum + Math.log(column[j]!), 0),
  };
}
