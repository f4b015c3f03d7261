import type { Effect, Measure } from "../effects/effect.js";
import { checkOptionNames } from "../errors/checkOptionNames.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import { estimate } from "../pool/estimate.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { type PoolOptions, resolveOptions } from "../pool/options.js";
import { without } from "./without.js";

/** One study of a Baujat plot. */
export interface BaujatPoint {
  readonly study: string;
  /** x: its part of Q. */
  readonly contribution: number;
  /** y: squared move of the pooled effect without it, in variances of that without it. */
  readonly influence: number;
}

/**
 * Coordinates of a Baujat plot: how much each study adds to heterogeneity, w(y − μ)², and how much it moves the pooled
 * effect, (μ − μ(−i))²/var μ(−i). Top right stand the studies that make both. The contributions sum to Q.
 *
 * @param options `tau2`: "EE" unless given, as Baujat et al. have it; another estimator takes w = 1/(v + τ²), and τ²
 * anew without each study. k refits.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer than two effects, and what `pool` throws.
 * Baujat, Mahé, Pignon & Hill 2002, Statistics in Medicine 21:2641-2652.
 *
 * @example
 * import { baujat } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0, vi: 0.01 },
 *   { study: "B", measure: "SMD", yi: 0.2, vi: 0.01 },
 *   { study: "C", measure: "SMD", yi: 0.4, vi: 0.01 },
 * ] as const;
 * baujat(effects)[2]; // => { study: "C", contribution: 4.0, influence: 2.0 }
 */
export function baujat<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: Pick<PoolOptions, "tau2"> = {},
): readonly BaujatPoint[] {
  checkOptionNames(options, ["tau2"]);
  const { tau2 = "EE" } = options;
  const { tau2: estimator } = resolveOptions({ tau2 });
  const list: readonly Effect<M>[] = effects;
  const { y, v } = checkEffects(list);
  if (y.length < 2) throw metaError(messages.tooFewEffects({ k: y.length, needed: 2, what: "a Baujat plot" }));
  const full = estimate(y, v, estimator);
  const { mean } = full.sums;
  return freeze(
    list.map(({ study, yi, vi }, i) => {
      const deleted = estimate(without(y, i), without(v, i), estimator).sums;
      const contribution = (yi - mean) ** 2 / (vi + full.tau2.value);
      return { study, contribution, influence: (mean - deleted.mean) ** 2 * deleted.w1 };
    }),
  );
}
