import type { Measure } from "../../effects/effect.js";
import type { Registered } from "../../registry/registry.js";
import type { Denominator, Stratum } from "../zeroCells.js";
import type { RiskDifferenceVariance } from "./variances.js";

/** A pooled estimate with its variance, or why there is none. */
export type Pooled = { readonly estimate: number; readonly variance: number } | { readonly undefinedBecause: string };

/** The strata from which proportions are taken and those from which weights and variances are: mostly the same. */
export interface PooledStrata {
  readonly ofEstimate: readonly Stratum[];
  readonly ofVariance: readonly Stratum[];
}

/** A measure that Mantel and Haenszel's weights can pool. */
export interface MantelHaenszelMeasure<Id extends string = string> extends Registered<Id> {
  readonly scale: Measure;
  readonly per: Denominator;
  /** A stratum's weight in the pooled estimate. */
  readonly weight: (stratum: Stratum) => number;
  readonly pooled: (strata: PooledStrata, variance: RiskDifferenceVariance) => Pooled;
  /** A study's own effect; not finite where undefined. */
  readonly effect: (stratum: Stratum) => number;
  readonly effectVariance: (stratum: Stratum) => number;
}

/** ln(R/S) of two sums over strata; undefined where one of them is 0. */
export function logRatio(R: number, S: number, variance: number): Pooled {
  if (R === 0 && S === 0) return { undefinedBecause: "no study has events in some patients and not in others" };
  if (R === 0) return { undefinedBecause: "the ratio is 0: no study adds to its numerator (no events in group 1?)" };
  if (S === 0)
    return { undefinedBecause: "the ratio is infinite: no study adds to its denominator (no events in group 2?)" };
  if (!(variance > 0)) return { undefinedBecause: "the variance is 0: all patients had the event" };
  return { estimate: Math.log(R / S), variance };
}

/** A weighted mean of differences; undefined where nothing varies. */
export function meanDifference(sum: number, weights: number, variance: number): Pooled {
  if (!(variance > 0)) return { undefinedBecause: "the variance is 0: every group had no events, or only events" };
  return { estimate: sum / weights, variance };
}
