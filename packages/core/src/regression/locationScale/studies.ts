import type { Effect } from "../../effects/effect.js";
import { halfWidth } from "../../numerics/quantileCache.js";
import { logTau2 } from "./logVariances.js";
import type { LocationScaleMaximum } from "./maximise.js";
import type { LocationScaleStudy } from "./result.js";
import { type ScaleInformation, varianceAt } from "./scaleInformation.js";

/** Each study with its own τ²; `residuals` in parts of √(v + τ²). */
export function studiesOf(
  effects: readonly Effect[],
  residuals: Float64Array,
  {
    maximum: { tau2, logVariances, found },
    told: { ofGamma },
    df,
    level,
  }: {
    readonly maximum: LocationScaleMaximum;
    readonly told: ScaleInformation;
    readonly df: number | null;
    readonly level: number;
  },
): readonly LocationScaleStudy[] {
  const heterogeneous = new Set(logVariances.rows);
  const total = effects.reduce((sum, { vi }, i) => sum + 1 / (vi + tau2[i]!), 0);
  return effects.map(({ study, yi, vi }, i) => {
    const variance = vi + tau2[i]!;
    const fitted = yi - residuals[i]! * Math.sqrt(variance);
    const isTold = ofGamma !== null && heterogeneous.has(i);
    const half = isTold ? halfWidth(level, { se: Math.sqrt(varianceAt(logVariances, ofGamma, i)), df }) : null;
    const ci = half === null ? null : boundsOf(logTau2(logVariances, found.x, i), half);
    const tau2Ci = ci && { ...ci, level, method: df === null ? "z" : "t" };
    return { study, yi, vi, fitted, tau2: tau2[i]!, tau2Ci, weight: 100 / variance / total };
  });
}

function boundsOf(log: number, half: number): { readonly lower: number; readonly upper: number } {
  return { lower: Math.exp(log - half), upper: Math.min(Math.exp(log + half), Number.MAX_VALUE) };
}
