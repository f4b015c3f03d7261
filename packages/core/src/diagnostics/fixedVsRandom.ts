import type { Effect, Measure } from "../effects/effect.js";
import { freeze } from "../numerics/freeze.js";
import { normalCdf } from "../numerics/normal.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import type { PoolOptions } from "../pool/options.js";
import { pool } from "../pool/pool.js";
import type { PooledEffect } from "../pool/result.js";

/** What {@link fixedVsRandom} gives. */
export interface FixedVsRandom<M extends Measure = Measure> {
  readonly fixed: PooledEffect<M>;
  readonly random: PooledEffect<M>;
  /** Random-effects less common-effect estimate. */
  readonly difference: number;
  /** Its standard error under the random-effects model; 0 where both give the studies the same weights. */
  readonly se: number;
  /** null where se is 0. */
  readonly statistic: number | null;
  readonly p: number | null;
  /** What it says, in plain words. */
  readonly inWords: string;
}

/** A standard error that is this small beside that of μ is rounding: both models weigh alike. */
const ROUNDING = 1e-10;

/**
 * The common-effect (fixed) and the random-effects estimate side by side. They differ where effect and precision go
 * together, for random effects give more weight to small studies:
 *
 *   d = μ_R − μ_F = Σ (rᵢ − fᵢ) yᵢ,   rᵢ ∝ 1/(vᵢ + τ²), fᵢ ∝ 1/vᵢ, each summing to 1;   var(d) = Σ (rᵢ − fᵢ)² (vᵢ + τ²)
 *
 * d/√var(d) is a normal test of no such dependence, with τ² taken as known.
 *
 * @param options Of the random-effects fit, as of `pool`; the common-effect fit has the interval "z" at the same level.
 *
 * Throws what `pool` throws.
 * Cochrane Handbook 5.1 (2011), ch. 10.4.4.1; the test has the form of Hausman 1978, Econometrica 46:1251-1271.
 *
 * @example
 * import { fixedVsRandom } from "@acumeta/core";

 * const effects = [
 *   { study: "small", measure: "SMD", yi: 1, vi: 0.2 },
 *   { study: "middle", measure: "SMD", yi: 0.6, vi: 0.05 },
 *   { study: "large", measure: "SMD", yi: 0.1, vi: 0.01 },
 * ] as const;
 * const { fixed, random, inWords } = fixedVsRandom(effects, { tau2: "DL" });
 * [fixed.estimate, random.estimate]; // => [0.216, 0.449]
 * inWords; // => "…"
 */
export function fixedVsRandom<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: PoolOptions = {},
): FixedVsRandom<M> {
  const random = pool(effects, options);
  const fixed = pool(effects, { ...options, tau2: "EE", interval: "z" });
  const tau2 = random.tau2.value;
  let difference = 0;
  let variance = 0;
  for (const [i, { yi, vi, weight }] of random.studies.entries()) {
    const shift = (weight - fixed.studies[i]!.weight) / 100;
    difference += shift * (yi - fixed.estimate);
    variance += shift ** 2 * (vi + tau2);
  }
  const se = Math.sqrt(variance);
  const alike = se <= ROUNDING * random.se;
  const gap = alike ? { difference: 0, se: 0, statistic: null, p: null } : tested(difference, se);
  return freeze({ fixed, random, ...gap, inWords: describe(fixed, random, gap.p) });
}

function tested(difference: number, se: number) {
  const statistic = difference / se;
  return { difference, se, statistic, p: 2 * normalCdf(-Math.abs(statistic)) };
}

function describe({ estimate: fixed }: PooledEffect, { estimate: random, choices }: PooledEffect, p: number | null) {
  if (p === null) return "Both models weigh the studies alike and give the same estimate.";
  const [there, here] = [Math.abs(random), Math.abs(fixed)];
  const where =
    fixed * random < 0 ? "on the other side of 0 than" : there > here ? "further from 0 than" : "closer to 0 than";
  const small =
    fixed * random < 0 ? "effects of another direction" : there > here ? "larger effects" : "smaller effects";
  const verdict =
    p < 1 - choices.level
      ? "by more than heterogeneity lets expect: look for small-study effects"
      : "by no more than heterogeneity lets expect";
  return `The random-effects estimate lies ${where} the common-effect estimate, since small studies, which weigh more in it, show ${small}, ${verdict}.`;
}
