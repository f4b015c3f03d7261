import type { Accumulated, PooledEffect } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { forestScale, withInterval } from "../forest/forestScale.js";
import { checkRefits, type RefitForestOptions, refitForest } from "./refitForest.js";

/**
 * The pooled effect as studies come in, of what `cumulative` finds, and that of all studies of `fit`.
 *
 * Throws `WRONG_ARGUMENT`, `WIDTH_OUT_OF_RANGE`. Lau et al. 1992, New England Journal of Medicine 327:248-254.
 *
 * @example
 * import { cumulative, pool } from "@acumeta/core";
 * import { cumulativeForest } from "@acumeta/figures";
 * const effects = [
 *   { study: "A 1998", measure: "SMD", yi: 0.5, vi: 0.02 },
 *   { study: "B 2004", measure: "SMD", yi: 0.1, vi: 0.02 },
 * ] as const;
 * const chart = cumulativeForest(pool(effects, { interval: "z" }), cumulative(effects, { interval: "z" }));
 * chart.description.includes("A 1998 alone 0.50"); // => true
 */
export function cumulativeForest(
  fit: PooledEffect,
  rows: readonly Accumulated[],
  options: RefitForestOptions = {},
): ChartSpec {
  checkRefits(fit, rows, { name: "added", from: "cumulative" });
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  return refitForest(fit, {
    ...options,
    rows: rows.map((row, i) => ({ ...row, name: `${i === 0 ? "" : "+ "}${row.added}` })),
    head: "Studies so far",
    description: describeCumulative(fit, rows, options.title ?? ""),
    notes: [
      `Each row pools the studies down to it: τ² ${fit.tau2.method}, interval ${fit.ci.method}. Intervals are not adjusted for looking many times.`,
    ],
  });
}

function describeCumulative(fit: PooledEffect, rows: readonly Accumulated[], title: string): string {
  const scale = forestScale(
    fit.measure,
    rows.map(({ ci }) => ci),
  );
  const text = ({ estimate, ci }: Pick<Accumulated, "estimate" | "ci">) => withInterval({ ...ci, estimate }, scale);
  const [first] = rows as readonly [Accumulated];
  return `Pooled ${scale.short} as ${fit.k} studies come in${title === "" ? "" : `, ${title}`}: ${first.added} alone ${text(first)}; all ${text(fit)}.`;
}
