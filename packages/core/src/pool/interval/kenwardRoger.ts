import { traceOfSquaredProjection } from "../weighted.js";
import type { IntervalRule } from "./rule.js";

/**
 * Kenward-Roger interval: the variance of μ, 1/Σw, is enlarged for τ² being estimated, and the degrees of freedom of t
 * follow from how uncertain it is:
 *
 *   se² = Φ + 2Φ²V(Σw³ − (Σw²)²/Σw),   df = 2/(V (se² Σw²)²),   Φ = 1/Σw
 *
 * V = 2/tr(PP) is the asymptotic variance of τ² by REML, for which the method was made.
 *
 * Kenward & Roger 1997, Biometrics 53:983-997; with the enlarged variance in the degrees of freedom as in Partlett &
 * Riley 2017, Statistics in Medicine 36:301-317.
 */
export const kenwardRoger: IntervalRule<"KR"> = {
  id: "KR",
  label: "Kenward-Roger (for REML)",
  citation: "Kenward & Roger 1997, Biometrics 53:983-997",
  minimumK: 2,
  r: null,
  compute({ variance, v, tau2 }) {
    const varianceOfTau2 = 2 / traceOfSquaredProjection(v, tau2);
    const { w2, spread } = weightsOf(v, tau2);
    const adjusted = variance + 2 * variance ** 2 * varianceOfTau2 * spread;
    return { se: Math.sqrt(adjusted), df: 2 / (varianceOfTau2 * (adjusted * w2) ** 2) };
  },
};

/** Σw², and Σw³ − (Σw²)²/Σw as Σw(w − Σw²/Σw)², which does not cancel where one weight dominates. */
function weightsOf(v: Float64Array, tau2: number): { w2: number; spread: number } {
  let w1 = 0;
  let w2 = 0;
  for (const variance of v) {
    const w = 1 / (variance + tau2);
    w1 += w;
    w2 += w * w;
  }
  let spread = 0;
  for (const variance of v) {
    const w = 1 / (variance + tau2);
    spread += w * (w - w2 / w1) ** 2;
  }
  return { w2, spread };
}
