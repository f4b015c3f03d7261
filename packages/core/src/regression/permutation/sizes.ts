import type { Design } from "../design.js";
import type { RegressionInterval } from "../intervals.js";
import { mixedEffectsRegression } from "../mixedEffects.js";
import type { ResidualTau2Estimator } from "../residualTau2/estimator.js";
import { spaceOf } from "../spaceOf.js";

/** What is fitted to each arrangement. */
export interface PermutedModel {
  readonly estimator: ResidualTau2Estimator;
  readonly interval: RegressionInterval;
  /** Whether the first column is the constant, which the omnibus test leaves out. */
  readonly startsWithConstant: boolean;
}

/**
 * |t| of each column, and last the omnibus statistic, of one fit: infinite where a standard error is 0, and where
 * weights so unequal that a column can't be told from the others leave no fit, so that p errs to the large side.
 */
export function sizesOf(design: Design, { estimator, interval, startsWithConstant }: PermutedModel): Float64Array {
  const p = design.X.length;
  const { fit } = mixedEffectsRegression(design, estimator);
  const sizes = new Float64Array(p + 1).fill(Number.POSITIVE_INFINITY);
  if (fit.kept.length < p) return sizes;
  const { factor } = spaceOf(fit, { names: [], aliased: [], interval, level: 0.95 }).scaled;
  for (let j = 0; j < p; j++) {
    const estimate = Math.abs(fit.beta[j]!);
    sizes[j] = estimate === 0 ? 0 : estimate / Math.sqrt(factor * fit.vcov[j * p + j]!);
  }
  let squares = 0;
  for (let j = startsWithConstant ? 1 : 0; j < p; j++) squares += fit.shares[j]! ** 2;
  sizes[p] = squares === 0 ? 0 : squares / factor;
  return sizes;
}
