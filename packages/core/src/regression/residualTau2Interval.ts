import { chiSquareCritical } from "../numerics/quantileCache.js";
import type { Bounds } from "../pool/result.js";
import type { SumsAt } from "./profileSums.js";
import { solveQE } from "./solveQE.js";

/**
 * Q-profile interval of the residual τ²: the τ² at which QE(τ²) equals the upper and the lower χ² quantile with k − p degrees
 * of freedom; a limit below 0 is 0. Both searches begin at the estimate.
 *
 * Viechtbauer 2007, Statistics in Medicine 26:37-52, for any X as in Jackson, Turner, Rhodes & Viechtbauer 2014, BMC Medical
 * Research Methodology 14:103.
 */
export function residualTau2Interval(
  at: SumsAt,
  { df, tau2, level }: { readonly df: number; readonly tau2: number; readonly level: number },
): Bounds {
  const alpha = 1 - level;
  const limitAt = (p: number) => solveQE(at, chiSquareCritical(p, df), tau2).tau2;
  return { lower: limitAt(1 - alpha / 2), upper: limitAt(alpha / 2), level, method: "Q-profile" };
}
