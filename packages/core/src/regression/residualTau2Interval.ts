import { chiSquareCritical } from "../numerics/quantileCache.js";
import type { Bounds } from "../pool/result.js";
import type { SumsAt } from "./profileSums.js";
import { solveQE } from "./solveQE.js";

/**
 * Q-profile interval of the residual τ²: the τ² at which QE(τ²) equals the upper and the lower χ² quantile with k − p degrees
 * of freedom; a limit below 0 is 0. The search for the upper limit begins at the estimate where it lies below.
 *
 * Viechtbauer 2007, Statistics in Medicine 26:37-52, for any X as in Jackson, Turner, Rhodes & Viechtbauer 2014, BMC Medical
 * Research Methodology 14:103.
 */
export function residualTau2Interval(
  at: SumsAt,
  { df, tau2, level }: { readonly df: number; readonly tau2: number; readonly level: number },
): Bounds {
  const alpha = 1 - level;
  const lower = solveQE(at, chiSquareCritical(1 - alpha / 2, df)).tau2;
  const target = chiSquareCritical(alpha / 2, df);
  const upper = solveQE(at, target, tau2 > lower && at(tau2).q1 > target ? tau2 : lower).tau2;
  return { lower, upper, level, method: "Q-profile" };
}
