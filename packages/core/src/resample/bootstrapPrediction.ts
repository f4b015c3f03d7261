import { quantileSorted } from "simple-statistics";
import type { Effect, Measure } from "../effects/effect.js";
import { checkLevel, positiveCount } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { findRoot } from "../numerics/findRoot.js";
import { freeze } from "../numerics/freeze.js";
import { normalQuantile } from "../numerics/normal.js";
import { tQuantile } from "../numerics/studentT.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import type { Bounds } from "../pool/result.js";
import { moments } from "../pool/tau2/moments.js";
import { distributionOfQ } from "../pool/tau2Interval/distributionOfQ.js";
import { weighted } from "../pool/weighted.js";
import { uniforms } from "./random.js";

/** How to draw a {@link bootstrapPrediction}. */
export interface BootstrapPredictionOptions {
  /** 5,000 unless given. */
  readonly draws?: number;
  /** 1 unless given. */
  readonly seed?: number;
  /** 0.95 unless given. */
  readonly level?: number;
}

/**
 * Prediction interval by parametric bootstrap, which keeps its coverage for few studies: τ² is drawn from its confidence
 * distribution (the exact distribution of DerSimonian and Laird's Q), then the true effect of a new study as
 * μ(τ²) + zτ + t se(τ²), with z normal, t of k − 1 degrees of freedom and the standard error of Hartung and Knapp.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer than 2 studies, and what `pool` throws.
 * Nagashima, Noma & Furukawa 2019, Statistical Methods in Medical Research 28:1689-1702, algorithm 1.
 *
 * @example
 * import { bootstrapPrediction } from "@acumeta/core";
 * const effects = [0.2, 0.5, 0.1, 0.4, 0.3].map((yi, i) => ({ study: `${i}`, measure: "SMD" as const, yi, vi: 0.01 }));
 * const once = bootstrapPrediction(effects, { draws: 200 });
 * bootstrapPrediction(effects, { draws: 200 }).lower === once.lower; // => true
 */
export function bootstrapPrediction<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  { draws = 5000, seed = 1, level = 0.95 }: BootstrapPredictionOptions = {},
): Bounds {
  checkLevel(level);
  positiveCount({ draws });
  const { y, v } = checkEffects<M>(effects);
  const k = y.length;
  if (k < 2) throw metaError(messages.tooFewEffects({ k, needed: 2, what: "a bootstrap prediction interval" }));
  const random = uniforms(seed);
  const drawTau2 = confidenceDistribution(y, v);
  const drawn = Float64Array.from({ length: draws }, () => {
    const tau2 = drawTau2(random());
    const { mean, q1, w1 } = weighted(y, v, tau2);
    const t = tQuantile(random(), k - 1);
    return mean + normalQuantile(random()) * Math.sqrt(tau2) + t * Math.sqrt(q1 / (k - 1) / w1);
  }).sort();
  const at = (p: number) => quantileSorted(Array.from(drawn), p);
  return freeze({ lower: at((1 - level) / 2), upper: at((1 + level) / 2), level, method: "parametric bootstrap" });
}

/** The τ² at which Q would exceed what was observed with probability u; 0 where it would be below 0. */
function confidenceDistribution(y: Float64Array, v: Float64Array): (u: number) => number {
  const a = v.map((variance) => 1 / variance);
  const { Q, atZero, slope } = moments(y, v, a);
  if (Q === 0) return () => 0;
  const exceeds = (tau2: number) => 1 - distributionOfQ(Q, v, { a, tau2 });
  const least = exceeds(0);
  const scale = (Q + atZero) / slope;
  return (u) => {
    if (u <= least) return 0;
    let high = scale;
    while (exceeds(high) < u && high < FARTHEST * scale) high *= 4;
    return findRoot((tau2) => exceeds(tau2) - u, [0, high], { tolerance: 1e-6 }).x;
  };
}

/** Beyond so many times its usual size no draw of τ² is followed. */
const FARTHEST = 1e12;
