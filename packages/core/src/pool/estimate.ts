import type { IntervalRule } from "./interval/rule.js";
import type { Tau2Estimate, Tau2Estimator } from "./tau2/estimator.js";
import { type Weighted, weighted } from "./weighted.js";

/** τ², and the weighted sums at 0 and at it. */
export interface Estimate {
  readonly tau2: Tau2Estimate;
  readonly atZero: Weighted;
  readonly sums: Weighted;
}

/** One study has no spread: τ² is 0 because nothing can be said of it. */
const unestimated: Tau2Estimate = { value: 0, atBoundary: false, iterations: 0, converged: true };

/** The kernel under every door: τ², then the inverse-variance mean at it. */
export function estimate(y: Float64Array, v: Float64Array, estimator: Tau2Estimator): Estimate {
  const atZero = weighted(y, v, 0);
  const tau2 = y.length === 1 ? unestimated : estimator.compute(y, v, atZero);
  return { tau2, atZero, sums: tau2.value === 0 ? atZero : weighted(y, v, tau2.value) };
}

/** The standard error and df of an interval rule; those of `fallback` for fewer studies than the rule needs. */
export function standardError(
  v: Float64Array,
  { sums, tau2 }: Estimate,
  { rule, fallback }: { rule: IntervalRule; fallback: IntervalRule },
): { readonly method: string; readonly se: number; readonly df: number | null } {
  const k = v.length;
  const used = k < rule.minimumK ? fallback : rule;
  const { se, df } = used.compute({ k, mean: sums.mean, variance: 1 / sums.w1, q1: sums.q1, v, tau2: tau2.value });
  return { method: used.id, se, df };
}
