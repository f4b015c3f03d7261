import { criteria } from "../pool/fitStatistics.js";
import type { FitStatistics } from "../pool/result.js";
import { orthogonalise } from "../regression/orthogonalise.js";
import type { Solved } from "./solve.js";

/**
 * Log-likelihood and information criteria in the units of the data. The restricted likelihood is that of k − p contrasts
 * of unit length, ½log|X′X| being added.
 *
 * Harville 1974, Biometrika 61:383-385.
 */
export function multilevelStatistics(
  { X, y, prepared, maximum, at }: Solved,
  method: "ML" | "REML",
): FitStatistics & { readonly parameters: number } {
  const p = X.length;
  const n = method === "REML" ? y.length - p : y.length;
  const parameters = p + maximum.x.length;
  let logLik = at.logLik - n * Math.log(prepared.scale);
  if (method === "REML") {
    const { R } = orthogonalise(X, new Float64Array(y.length).fill(1));
    for (let j = 0; j < p; j++) logLik += Math.log(R[j]![j]!) - Math.log(prepared.R[j]![j]!);
  }
  return { ...criteria(logLik, n, parameters), parameters };
}
