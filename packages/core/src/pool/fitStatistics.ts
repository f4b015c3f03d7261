import { logLikelihood, restrictedLogLikelihood } from "./logLikelihood.js";
import type { FitStatistics } from "./result.js";

/**
 * Log-likelihoods and information criteria at τ². `parameters` counts μ and, unless τ² is fixed, τ².
 * The restricted likelihood counts k − 1 observations; it is null for one study.
 */
export function fitStatistics(
  y: Float64Array,
  v: Float64Array,
  { tau2, parameters }: { tau2: number; parameters: number },
): { ML: FitStatistics; REML: FitStatistics | null } {
  const k = y.length;
  return {
    ML: criteria(logLikelihood(y, v, tau2), k, parameters),
    REML: k === 1 ? null : criteria(restrictedLogLikelihood(y, v, tau2), k - 1, parameters),
  };
}

/** Akaike 1974, Schwarz 1978, Hurvich & Tsai 1989 (AICc; n is taken as at least parameters + 2, where it exists). */
export function criteria(logLik: number, n: number, parameters: number): FitStatistics {
  const deviance = -2 * logLik;
  const nAtLeast = Math.max(n, parameters + 2);
  return {
    logLik,
    AIC: deviance + 2 * parameters,
    BIC: deviance + parameters * Math.log(n),
    AICc: deviance + (2 * parameters * nAtLeast) / (nAtLeast - parameters - 1),
  };
}
