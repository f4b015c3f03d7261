import type { LeftOut, PooledEffect } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { forestScale } from "../forest/forestScale.js";
import { checkRefits, decidesOtherwise, type RefitForestOptions, refitForest } from "./refitForest.js";

/**
 * The pooled effect without each study, of what `leaveOneOut` finds, and that of all studies of `fit`: how much the result hangs
 * on any one. A study without which the interval decides otherwise is coloured.
 *
 * Throws `WRONG_ARGUMENT`, `WIDTH_OUT_OF_RANGE`. Viechtbauer & Cheung 2010, Research Synthesis Methods 1:112-125.
 *
 * @example
 * import { leaveOneOut, pool } from "@acumeta/core";
 * import { leaveOneOutForest } from "@acumeta/figures";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.02 },
 *   { study: "C", measure: "SMD", yi: 0.3, vi: 0.02 },
 * ] as const;
 * const chart = leaveOneOutForest(pool(effects, { interval: "z" }), leaveOneOut(effects, { interval: "z" }));
 * chart.description.includes("from 0.20 (without B) to 0.40 (without A)"); // => true
 */
export function leaveOneOutForest(
  fit: PooledEffect,
  rows: readonly LeftOut[],
  options: RefitForestOptions = {},
): ChartSpec {
  checkRefits(fit, rows, { name: "omitted", from: "leaveOneOut" });
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  return refitForest(fit, {
    ...options,
    rows: rows.map((row) => ({ ...row, name: `without ${row.omitted}` })),
    head: "Pooled effect",
    description: describeLeftOut(fit, rows, options.title ?? ""),
    notes: [`Each row pools all studies but one: τ² ${fit.tau2.method}, interval ${fit.ci.method}.`],
  });
}

function describeLeftOut(fit: PooledEffect, rows: readonly LeftOut[], title: string): string {
  const scale = forestScale(
    fit.measure,
    rows.map(({ ci }) => ci),
  );
  const lowest = rows.reduce((least, row) => (row.estimate < least.estimate ? row : least));
  const highest = rows.reduce((most, row) => (row.estimate > most.estimate ? row : most));
  const deciding = rows.filter((row) => decidesOtherwise(row, fit)).map(({ omitted }) => omitted);
  const decides =
    deciding.length === 0 ? "no study alone decides" : `the interval decides otherwise without ${deciding.join(", ")}`;
  return `Pooled ${scale.short} of ${fit.k} studies without each of them${title === "" ? "" : `, ${title}`}: from ${scale.text(lowest.estimate)} (without ${lowest.omitted}) to ${scale.text(highest.estimate)} (without ${highest.omitted}); of all ${scale.text(fit.estimate)}; ${decides}.`;
}
