import type { Effect } from "../effects/effect.js";
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
  const rows = effects.map(({ study, yi, vi }, i) => {
    const residual = residuals[i]! * Math.sqrt(vi + tau2);
    let hat = 0;
    for (const q of basis.Q) hat += q[i]! * q[i]!;
    return Object.freeze({ study, yi, vi, fitted: yi - residual, residual, hat, weight: 100 / (vi + tau2) / total });
  });
  return Object.freeze(rows);
}
