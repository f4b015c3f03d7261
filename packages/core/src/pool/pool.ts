import type { Effect, Measure } from "../effects/effect.js";
import { freeze } from "../numerics/freeze.js";
import { criticalValue } from "../numerics/quantileCache.js";
import { checkEffects } from "./checkEffects.js";
import { confidenceInterval } from "./confidenceInterval.js";
import { estimate } from "./estimate.js";
import { fitStatistics } from "./fitStatistics.js";
import { heterogeneity } from "./heterogeneity.js";
import type { OneMeasure } from "./oneMeasure.js";
import { checkPoolOptions, type PoolOptions, type ResolvedOptions, resolveOptions } from "./options.js";
import { predictionInterval } from "./predictionInterval.js";
import type { Bounds, FittedStudy, PooledEffect, Tau2 } from "./result.js";
import { warningsOf } from "./warnings.js";

/**
 * Pools effects of one measure: inverse-variance weighted mean, between-study variance τ², confidence and prediction
 * intervals, heterogeneity, and each study's weight.
 *
 * @param effects Estimates `yi` with variances `vi` (squared standard errors); ratios as logarithms.
 * @param options Registered methods: `tau2` "REML", `tau2Interval` "Q-profile", `interval` "HKSJ", `prediction` "t(k-1)", `level` 0.95 unless given.
 * `tau2: "EE"` is the common-effect model: it has no prediction interval. The prediction interval uses the standard
 * error of the chosen confidence interval.
 * @returns A deeply frozen, JSON-serialisable result; nothing in it is NaN or infinite.
 *
 * One study gives its own estimate with τ² = 0, a "z" interval and the warning `SINGLE_STUDY`. Effects that are all the
 * same give "HKSJ" an interval of width 0 (its statistic is null) and the warning `ZERO_SPREAD`; an interval narrower than
 * that by "z" gives `NARROWER_THAN_Z`. Effects that share an arm give the warning `SHARED_ARM`, those of one name
 * `DUPLICATE_STUDY`.
 *
 * Throws `NO_EFFECTS`, `MIXED_MEASURES` (which does not compile either), `NOT_FINITE`, `VARIANCE_NOT_POSITIVE`,
 * `OUT_OF_RANGE`, `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`, `LEVEL_OUT_OF_RANGE`.
 * Defaults: Cochrane Handbook 6.5 (2024), ch. 10.10.4; sources of each method: `tau2Estimators`, `intervals`, `predictions`.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.05 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.01 },
 * ] as const;
 * const fit = pool(effects, { tau2: "DL", interval: "z" });
 * fit.estimate; // => 0.2654
 * fit.ci.lower; // => 0.0845
 * fit.studies[2].weight; // => 52.41
 */
export function pool<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: PoolOptions = {},
): PooledEffect<M> {
  checkPoolOptions(options);
  const choices = resolveOptions(options);
  const { level } = choices;
  const list: readonly Effect<M>[] = effects;
  const { measure, y, v } = checkEffects(list);
  const k = y.length;
  const commonEffect = choices.tau2.id === "EE";

  const estimated = estimate(y, v, choices.tau2);
  const { tau2: found, atZero, sums } = estimated;
  const tau2: Tau2 = {
    value: found.value,
    atBoundary: found.atBoundary,
    iterations: found.iterations,
    converged: found.converged,
    method: choices.tau2.id,
    se: k === 1 ? null : choices.tau2.standardError(v, found.value, y, atZero),
    ci: commonEffect || k === 1 ? null : tau2Bounds(y, v, choices),
  };
  const se = Math.sqrt(1 / sums.w1);
  const z = criticalValue(level, null);
  const ci = confidenceInterval(v, estimated, { rule: choices.interval, level });
  return freeze<PooledEffect<M>>({
    measure,
    k,
    n: patients(list),
    estimate: sums.mean,
    se,
    ci,
    ...predictionInterval(choices.prediction, { k, mean: sums.mean, tau2: found.value, ci, commonEffect }),
    tau2,
    heterogeneity: heterogeneity(k, estimated, { tau2Ci: tau2.ci, commonEffect, level }),
    studies: list.map((effect) => fittedStudy(effect, { tau2: found.value, w1: sums.w1, z })),
    fit: fitStatistics(y, v, { tau2: found.value, parameters: commonEffect ? 1 : 2 }),
    choices: {
      tau2: choices.tau2.id,
      tau2Interval: choices.tau2Interval.id,
      interval: choices.interval.id,
      prediction: choices.prediction.id,
      level,
    },
    warnings: warningsOf(list, { chosen: choices.interval.id, se, ci, tau2 }),
  });
}

function tau2Bounds(y: Float64Array, v: Float64Array, { tau2, tau2Interval, level }: ResolvedOptions): Bounds {
  const { lower, upper } = tau2Interval.compute({ y, v, level, restricted: tau2.id === "REML" });
  return { lower, upper, level, method: tau2Interval.id };
}

const noArms: readonly string[] = Object.freeze([]);

function fittedStudy(effect: Effect, { tau2, w1, z }: { tau2: number; w1: number; z: number }): FittedStudy {
  const { study, yi, vi, n, arms } = effect;
  const se = Math.sqrt(vi);
  const half = z * se;
  const weight = 100 / (vi + tau2) / w1;
  return {
    study,
    yi,
    vi,
    se,
    lower: yi - half,
    upper: yi + half,
    weight,
    n: n ?? null,
    arms: arms ? [...arms] : noArms,
  };
}

function patients(effects: readonly Effect[]): number | null {
  let sum = 0;
  for (const { n } of effects) {
    if (n === undefined) return null;
    sum += n;
  }
  return sum;
}
