import type { Design } from "./design.js";
import { dot, projectOut } from "./orthogonalise.js";
import { type LeastSquares, weightedLeastSquares } from "./weightedLeastSquares.js";

/** Sums of a mixed-effects regression at τ², with W = diag(1/(v + τ²)) and P = W − WX(X′WX)⁻¹X′W. */
export interface MixedSums {
  readonly fit: LeastSquares;
  /** y′Py, y′PPy, y′PPPy */
  readonly q1: number;
  readonly q2: number;
  readonly q3: number;
  /** tr(W), tr(WW), tr(P), tr(PP) */
  readonly w1: number;
  readonly w2: number;
  readonly trP: number;
  readonly trPP: number;
  /** −½ Σ log(v + τ²) */
  readonly halfLogW: number;
  /** ½ log|X′WX| of the columns kept */
  readonly halfLogXWX: number;
}

/**
 * Every sum that the estimators of τ² need, in O(kp²). With the orthonormal basis Q of √W X, P = √W (I − QQ′) √W, so
 * that Py = √W e with e the weighted residuals, and the traces follow from the leverages.
 *
 * Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261-293; 2010, Journal of Statistical Software
 * 36(3).
 */
export function mixedSums({ X, y, v }: Design, tau2: number): MixedSums {
  const w = v.map((variance) => 1 / (variance + tau2));
  const fit = weightedLeastSquares(X, y, w);
  const { Q, R } = fit.basis;
  const once = fit.residuals.map((each, i) => each * w[i]!);
  const q2 = dot(once, fit.residuals);
  projectOut(Q, once);
  return {
    fit,
    q1: fit.QE,
    q2,
    q3: dot(once, once),
    w1: w.reduce((sum, each) => sum + each, 0),
    w2: dot(w, w),
    ...traces(Q, w),
    halfLogW: 0.5 * w.reduce((sum, each) => sum + Math.log(each), 0),
    halfLogXWX: R.reduce((sum, column, j) => sum + Math.log(column[j]!), 0),
  };
}

/** tr(P) = Σw(1 − h) and tr(PP) = Σw²(1 − 2h) + tr(MM), with h the leverages and M = Q′WQ. */
function traces(Q: readonly Float64Array[], w: Float64Array): { readonly trP: number; readonly trPP: number } {
  let trP = 0;
  let trPP = 0;
  for (let i = 0; i < w.length; i++) {
    let leverage = 0;
    for (const q of Q) leverage += q[i]! ** 2;
    trP += w[i]! * (1 - leverage);
    trPP += w[i]! ** 2 * (1 - 2 * leverage);
  }
  for (const a of Q) {
    const weighted = a.map((each, i) => each * w[i]!);
    for (const b of Q) trPP += dot(weighted, b) ** 2;
  }
  return { trP, trPP };
}
