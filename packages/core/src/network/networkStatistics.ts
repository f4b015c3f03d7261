import { criteria } from "../pool/fitStatistics.js";
import type { FitStatistics } from "../pool/result.js";
import { factorOf } from "../sparse/factor/factor.js";
import { sparseGram } from "../sparse/products.js";
import type { SparseLeastSquares } from "../sparse/sparseLeastSquares.js";
import type { NetworkModel } from "./arrange/networkModel.js";

const LOG_2PI = Math.log(2 * Math.PI);

/**
 * Log-likelihoods and information criteria of all comparisons against a trial's first arm; which arm that is changes nothing.
 * The restricted likelihood has the constant ½ log|X′U⁻¹X|, as that of one comparison has ½ log k.
 *
 * Harville 1974, Biometrika 61:383-385.
 */
export function networkStatistics(
  { design, logU }: Pick<NetworkModel, "design" | "logU">,
  { w, q1, df, logXWX }: SparseLeastSquares,
  { fixedTau2 }: { readonly fixedTau2: boolean },
): { readonly ML: FitStatistics; readonly REML: FitStatistics | null } {
  const k = w.length;
  const parameters = design.p + (fixedTau2 ? 0 : 1);
  const logV = logU - w.reduce((sum, each) => sum + Math.log(each), 0);
  const ML = criteria(-0.5 * (k * LOG_2PI + logV + q1), k, parameters);
  if (df === 0) return { ML, REML: null };
  const logXX = factorOf(design, sparseGram(design, new Float64Array(k).fill(1)))!.logDeterminant();
  return { ML, REML: criteria(-0.5 * (df * LOG_2PI + logV + q1 + logXWX - logXX), df, parameters) };
}
