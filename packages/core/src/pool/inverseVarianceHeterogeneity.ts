import type { Effect, Measure } from "../effects/effect.js";
import { checkLevel } from "../errors/check.js";
import { freeze } from "../numerics/freeze.js";
import { normalCdf } from "../numerics/normal.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { checkEffects } from "./checkEffects.js";
import type { OneMeasure } from "./oneMeasure.js";
import type { Interval } from "./result.js";
import { dersimonianLaird } from "./tau2/dersimonianLaird.js";
import { weighted } from "./weighted.js";

/** The mean of {@link inverseVarianceHeterogeneity}. */
export interface IvHet<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  readonly estimate: number;
  readonly se: number;
  readonly ci: Interval;
  /** τ² by DerSimonian and Laird, from which the standard error is made. */
  readonly tau2: number;
}

/**
 * The inverse-variance heterogeneity model (IVhet): the common-effect mean Σwy/Σw, w = 1/v, which large studies rule,
 * with a standard error that allows for heterogeneity, √(Σw²(v + τ²))/Σw, τ² by DerSimonian and Laird; normal interval.
 *
 * Throws what `pool` throws of bad effects, and `LEVEL_OUT_OF_RANGE`.
 * Doi, Barendregt, Khan, Thalib & Williams 2015, Contemporary Clinical Trials 45:130-138, eq. 5-7.
 *
 * @example
 * import { inverseVarianceHeterogeneity } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0, vi: 0.01 },
 *   { study: "B", measure: "SMD", yi: 1, vi: 0.04 },
 * ] as const;
 * const { estimate, se } = inverseVarianceHeterogeneity(effects);
 * estimate; // => 0.2
 * se; // => 0.575326
 */
export function inverseVarianceHeterogeneity<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { level = 0.95 }: { readonly level?: number } = {},
): IvHet<M> {
  checkLevel(level);
  const { measure, y, v } = checkEffects<M>(effects);
  const { w1, mean, ...sums } = weighted(y, v, 0);
  const tau2 = y.length === 1 ? 0 : dersimonianLaird.compute(y, v, { w1, mean, ...sums }).value;
  const se = Math.sqrt(v.reduce((sum, variance) => sum + (variance + tau2) / (variance * w1) ** 2, 0));
  const half = halfWidth(level, { se, df: null });
  const statistic = mean / se;
  const test = { statistic, p: 2 * normalCdf(-Math.abs(statistic)) };
  const ci = { lower: mean - half, upper: mean + half, level, method: "IVhet", se, df: null, ...test };
  return freeze<IvHet<M>>({ measure, k: y.length, estimate: mean, se, ci, tau2 });
}
