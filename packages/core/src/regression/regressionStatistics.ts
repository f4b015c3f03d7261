import { cholesky, choleskyLogDeterminant } from "../linear/cholesky.js";
import { criteria } from "../pool/fitStatistics.js";
import type { FitStatistics } from "../pool/result.js";
import type { Design } from "./design.js";
import { byRows, gram } from "./gram.js";
import { orthogonalise } from "./orthogonalise.js";
import { rangeOf } from "./range.js";
import type { LeastSquares } from "./weightedLeastSquares.js";

const LOG_2PI = Math.log(2 * Math.PI);

/**
 * Log-likelihoods and information criteria of a fit at τ². `fixedTau2`: τ² is no parameter. The restricted likelihood has the
 * constant ½ log|X′X|, so that it does not depend on the scaling of moderators, and counts k − p observations; it is null
 * without degrees of freedom.
 *
 * Harville 1974, Biometrika 61:383-385.
 */
export function regressionStatistics(
  { v }: Design,
  fit: LeastSquares,
  { tau2, fixedTau2 }: { readonly tau2: number; readonly fixedTau2: boolean },
): { readonly ML: FitStatistics; readonly REML: FitStatistics | null } {
  const k = v.length;
  const { df, QE, basis } = fit;
  const parameters = k - df + (fixedTau2 ? 0 : 1);
  let logVariances = 0;
  for (const variance of v) logVariances += Math.log(variance + tau2);
  const ML = criteria(-0.5 * (k * LOG_2PI + logVariances + QE), k, parameters);
  if (df === 0) return { ML, REML: null };
  const logRatio = -logRatioOfGram(
    basis.Q,
    v.map((variance) => variance + tau2),
  );
  return { ML, REML: criteria(-0.5 * (df * LOG_2PI + logVariances + QE + logRatio), df, parameters) };
}

/** Largest ratio of variances at which Cholesky's method keeps all digits that matter. */
const SPREAD = 1e6;

/** log|X′X| − log|X′WX| = log|Q′W⁻¹Q|, from the orthonormal basis Q of √W X. */
function logRatioOfGram(Q: readonly Float64Array[], variances: Float64Array): number {
  const p = Q.length;
  const { lowest, highest } = rangeOf(variances);
  const L = highest / lowest < SPREAD ? cholesky(gram(byRows(Q), variances), p) : null;
  if (L !== null) return choleskyLogDeterminant(L, p);
  return 2 * orthogonalise(Q, variances).R.reduce((sum, column) => sum + Math.log(column.at(-1)!), 0);
}
