import type { Effect, Measure } from "@acumeta/core";

/** Synthetic effects, named s1, s2, …. */
export function effectsOf<M extends Measure = "SMD">(
  y: readonly number[],
  v: readonly number[],
  measure: M = "SMD" as M,
): Effect<M>[] {
  return y.map((yi, i) => ({ study: `s${i + 1}`, measure, yi, vi: v[i]! }));
}
