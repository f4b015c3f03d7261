import type { Effect, Measure } from "../../effects/effect.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { fitDependent } from "./fitDependent.js";
import { hierarchicalWeights } from "./hierarchicalWeights.js";
import { checkDependentOptions, type DependentOptions } from "./options.js";
import type { DependentFit } from "./result.js";

/**
 * Pools, or regresses on moderators, effects of different patients that lie in clusters, such as the trials of one team:
 * weights 1/(v + τ² + ω²), with a variance τ² between clusters and ω² within them by moments, and robust variances.
 *
 * @param options `cluster` of each effect, `smallSample` true, `level` 0.95 unless given.
 * @returns As of `robust`, with τ², ω² and the weight of each effect.
 *
 * Throws what `robust` and `pool` throw, what `metaRegression` throws for moderators, and `NOT_SEPARABLE` where no cluster has two effects.
 * Hedges, Tipton & Johnson 2010, Research Synthesis Methods 1:39-65; Tipton 2015, Psychological Methods 20:375-393.
 *
 * @example
 * import { hierarchicalEffects } from "@acumeta/core";
 * const trials = ["A", "A", "B", "B", "C", "C", "D", "D"];
 * const yi = [0.1, 0.3, 0.2, 0.6, 0.4, 0.5, 0.2, 0.7];
 * const effects = trials.map((study, i) => ({ study, measure: "SMD" as const, yi: yi[i], vi: 0.02 + 0.01 * (i % 3) }));
 * const fit = hierarchicalEffects(effects, { cluster: trials });
 * fit.coefficients[0].estimate; // => 0.3712
 * fit.tau2; // => 0
 * fit.omega2; // => 0.0396
 */
export function hierarchicalEffects<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: DependentOptions,
): DependentFit<M> {
  checkDependentOptions(options, []);
  return fitDependent<M>(effects, options, { weights: "hierarchical", rho: null, weigh: hierarchicalWeights });
}
