import type { Effect } from "../effects/effect.js";
import { leverages } from "./leverages.js";
import type { RegressionStudy } from "./result.js";
import type { LeastSquares } from "./weightedLeastSquares.js";

/** What the fit says of each study. */
export function studiesOf(
  effects: readonly Effect[],
  { basis, residuals }: LeastSquares,
  { v, tau2 }: { readonly v: Float64Array; readonly tau2: number },
): readonly RegressionStudy[] {
  let total = 0;
  for (const variance of v) total += 1 / (variance + tau2);
  const hats = leverages(basis.Q, v.length);
  const rows = effects.map(({ study, yi, vi }, i) => {
    const residual = residuals[i]! * Math.sqrt(vi + tau2);
    const weight = 100 / (vi + tau2) / total;
    return Object.freeze({ study, yi, vi, fitted: yi - residual, residual, hat: hats[i]!, weight });
  });
  return Object.freeze(rows);
}
