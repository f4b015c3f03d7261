import type { Effect, Measure } from "../effects/effect.js";
import { warningMessages as texts } from "../errors/messages.js";
import { cholesky } from "../linear/cholesky.js";
import { bilinear, dot } from "../linear/products.js";
import type { Row } from "../multilevel/random/columns.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { assumedCovariance } from "./assumedCovariance.js";
import { type Cluster, clustersOf } from "./clusters.js";
import { covarianceWithin } from "./within/covarianceWithin.js";
import { keptColumns } from "./within/keptColumns.js";
import { type AggregateOptions, resolveAggregate } from "./within/options.js";
import type { Aggregated, AggregatedEffect } from "./within/result.js";
import type { WithinWeights } from "./within/weights.js";

/**
 * One effect for each cluster, the mean Σwy of its effects with the variance w′Vw: for an analysis that takes one effect
 * of each study. A {@link multilevel} model keeps what this gives away, the differences within studies.
 *
 * @param effects Estimates of one measure, with whatever other columns.
 * @param options `correlation` of any two effects of a cluster (0 for independent ones) or `V`, one of them; `cluster`
 * "study" and `weights` "inverse variance" unless given.
 * @returns `effects` that {@link pool} takes: named after their cluster, with all `arms` that it compares, the columns in
 * which its effects agree, and in `merged` what they were made of. Columns in which they differ are left out and named.
 *
 * Throws what {@link pool} throws for effects, `IMPOSSIBLE_CORRELATIONS`, `CORRELATION_OUT_OF_RANGE`,
 * `BAD_SAMPLING_COVARIANCE`, `CORRELATION_BETWEEN_CLUSTERS`, `ONE_SOURCE_OF_COVARIANCE`, `MISSING_COLUMN`,
 * `UNKNOWN_OPTION`, `UNKNOWN_CHOICE`.
 *
 * Borenstein, Hedges, Higgins & Rothstein 2009, Introduction to Meta-Analysis, ch. 24.
 *
 * @example
 * import { aggregate, pool } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.04, outcome: "pain", country: "DE" },
 *   { study: "A", measure: "SMD", yi: 0.4, vi: 0.04, outcome: "function", country: "DE" },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.02, outcome: "pain", country: "CN" },
 * ] as const;
 * const merged = aggregate(effects, { correlation: 0.5 });
 * const [first] = merged.effects;
 * [first.study, first.yi, first.vi, first.country]; // => ["A", 0.3, 0.03, "DE"]
 * first.merged.leftOut; // => ["outcome"]
 * pool(merged.effects).k; // => 2
 */
export function aggregate<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: AggregateOptions,
): Aggregated<M> {
  const { measure, y, v } = checkEffects<M>(effects);
  const { cluster, correlation, V, weights } = resolveAggregate(options);
  const rows = effects as readonly (Effect<M> & Row)[];
  const clusters = clustersOf(rows, cluster);
  const matrices = covarianceWithin(
    clusters,
    v,
    V ?? assumedCovariance<M>(effects, { cluster, correlation: correlation! }),
  );
  const merged = clusters.map((each, c) => merge(each, { rows, y, V: matrices[c]!, weights }));
  const negative = merged.filter((effect) => effect.merged.weights.some((weight) => weight < 0));
  return freeze({
    measure,
    effects: merged,
    leftOut: [...new Set(merged.flatMap((effect) => effect.merged.leftOut))],
    choices: { cluster, correlation: correlation ?? ("V" as const), weights: weights.id },
    warnings: negative.length === 0 ? [] : [texts.negativeWeights({ studies: negative.map(({ study }) => study) })],
  });
}

function merge<M extends Measure>(
  { label, rows: own }: Cluster,
  {
    rows,
    y,
    V,
    weights,
  }: {
    readonly rows: readonly (Effect<M> & Row)[];
    readonly y: Float64Array;
    readonly V: Float64Array;
    readonly weights: WithinWeights;
  },
): AggregatedEffect<M> {
  const members = own.map((row) => rows[row]!);
  const w = weights.compute(cholesky(V, own.length)!, own.length);
  const arms = [...new Set(members.flatMap((member) => member.arms ?? []))];
  const { kept, leftOut } = keptColumns(members);
  return {
    ...kept,
    study: label,
    measure: members[0]!.measure,
    yi: dot(
      w,
      Float64Array.from(own, (row) => y[row]!),
    ),
    vi: bilinear(w, V, w),
    ...(arms.length > 0 ? { arms } : {}),
    merged: { rows: own, studies: members.map(({ study }) => study), weights: Array.from(w), leftOut },
  };
}
