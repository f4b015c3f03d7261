import type { Effect, Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import { confidenceInterval } from "../pool/confidenceInterval.js";
import { estimate } from "../pool/estimate.js";
import { heterogeneity } from "../pool/heterogeneity.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { type PoolOptions, resolveOptions } from "../pool/options.js";
import type { Interval } from "../pool/result.js";

/** The pooled effect without one study. */
export interface LeftOut {
  /** The study left out. */
  readonly omitted: string;
  readonly k: number;
  readonly estimate: number;
  /** Model-based (Wald) standard error. */
  readonly se: number;
  readonly ci: Interval;
  readonly tau2: number;
  readonly Q: number;
  readonly p: number;
  /** Percent. */
  readonly I2: number;
  readonly H2: number;
}

/**
 * Pools the effects once without each study, in their order: how much the result hangs on any one.
 *
 * @param options As of `pool`; `prediction` has no part.
 *
 * Throws `TOO_FEW_EFFECTS` for fewer than two effects, and what `pool` throws.
 * Viechtbauer & Cheung 2010, Research Synthesis Methods 1:112-125.
 *
 * @example
 * import { leaveOneOut } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.02 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.02 },
 * ] as const;
 * leaveOneOut(effects).map((row) => Math.round(100 * row.estimate) / 100); // => [0.4, 0.2, 0.3]
 */
export function leaveOneOut<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: PoolOptions = {},
): readonly LeftOut[] {
  const { tau2: estimator, interval, level } = resolveOptions(options);
  const list: readonly Effect<M>[] = effects;
  const { y, v } = checkEffects(list);
  const k = y.length - 1;
  if (k < 1) throw metaError(messages.tooFewEffects({ k: k + 1, needed: 2, what: "leaving one out" }));
  const commonEffect = estimator.id === "EE";
  const rows = list.map(({ study }, omitted): LeftOut => {
    const rest = (_: number, i: number) => i !== omitted;
    const [ys, vs] = [y.filter(rest), v.filter(rest)];
    const estimated = estimate(ys, vs, estimator);
    const { tau2, sums } = estimated;
    const { Q, p, I2, H2 } = heterogeneity(k, estimated, { tau2Ci: null, commonEffect, level });
    const ci = confidenceInterval(vs, estimated, { rule: interval, level });
    const se = Math.sqrt(1 / sums.w1);
    return { omitted: study, k, estimate: sums.mean, se, ci, tau2: tau2.value, Q, p, I2, H2 };
  });
  return freeze(rows);
}
