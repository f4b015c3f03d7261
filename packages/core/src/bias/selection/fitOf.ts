import type { FitStatistics } from "../../pool/result.js";

/** Akaike 1974, Schwarz 1978, Hurvich & Tsai 1989 (AICc; k is taken as at least parameters + 2, where it exists). */
export function fitOf(logLik: number, k: number, parameters: number): FitStatistics & { readonly parameters: number } {
  const deviance = -2 * logLik;
  const n = Math.max(k, parameters + 2);
  return {
    parameters,
    logLik,
    AIC: deviance + 2 * parameters,
    BIC: deviance + parameters * Math.log(k),
    AICc: deviance + (2 * parameters * n) / (n - parameters - 1),
  };
}
