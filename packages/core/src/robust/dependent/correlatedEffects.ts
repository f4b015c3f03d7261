import type { Effect, Measure } from "../../effects/effect.js";
import { check } from "../../errors/check.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { correlatedWeights } from "./correlatedWeights.js";
import { fitDependent } from "./fitDependent.js";
import { checkDependentOptions, type DependentOptions } from "./options.js";
import type { DependentFit } from "./result.js";

/** How to pool correlated effects. */
export interface CorrelatedOptions extends DependentOptions {
  /** Assumed correlation of the sampling errors within a cluster, on which the result hardly depends; 0.8 unless given. */
  readonly rho?: number;
}

/**
 * Pools, or regresses on moderators, effects of which several come from the same patients, such as a trial's outcomes or
 * weeks, without knowing their correlations: weights 1/(nⱼ(v̄ⱼ + τ²)) that give a cluster of nⱼ effects no more weight for
 * having many, τ² by moments, and robust variances, which hold whatever the correlations are.
 *
 * @param options `cluster` of each effect, `rho` 0.8, `smallSample` true, `level` 0.95 unless given.
 * @returns As of `robust`, with τ², I² and the weight of each effect.
 *
 * Throws what `robust` and `pool` throw, and what `metaRegression` throws for moderators.
 * Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65; Tipton 2015, Psychological Methods 20:375-393; Fisher
 * & Tipton 2015, arXiv:1503.02220.
 *
 * @example
 * import { correlatedEffects } from "@acumeta/core";
 * const trials = ["A", "A", "B", "B", "C", "C", "D", "D"];
 * const yi = [0.1, 0.3, 0.2, 0.6, 0.4, 0.5, 0.2, 0.7];
 * const effects = trials.map((study, i) => ({ study, measure: "SMD" as const, yi: yi[i], vi: 0.02 + 0.01 * (i % 3) }));
 * const fit = correlatedEffects(effects, { cluster: trials });
 * fit.coefficients[0].estimate; // => 0.3712
 * fit.coefficients[0].ci.se; // => 0.0625
 * fit.tau2; // => 0.0267
 */
export function correlatedEffects<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: CorrelatedOptions,
): DependentFit<M> {
  checkDependentOptions(options, ["rho"]);
  const { rho = 0.8 } = options;
  check({ rho }, (value) => value >= 0 && value <= 1, "a correlation between 0 and 1");
  return fitDependent<M>(effects, options, {
    weights: "correlated",
    rho,
    weigh: (model) => correlatedWeights(model, rho),
  });
}
