import type { Effect, Measure } from "../effects/effect.js";
import type { SamplingBlock } from "../multilevel/options.js";
import type { Row } from "../multilevel/random/columns.js";
import { rowsOf } from "../multilevel/rowsOf.js";
import { freeze } from "../numerics/freeze.js";
import { checkEffects } from "../pool/checkEffects.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { assumedCorrelation } from "./assumedCorrelation.js";
import { checkPossible } from "./checkPossible.js";
import { type Cluster, clustersOf } from "./clusters.js";
import type { AssumedCovarianceOptions } from "./options.js";
import { resolveAssumptions } from "./resolveAssumptions.js";

/** The sampling covariances of the effects of a cluster. */
export interface AssumedBlock extends SamplingBlock {
  readonly cluster: string;
}

/**
 * Sampling covariances r √(vᵢ vⱼ) of effects of the same patients, from the correlations that one is ready to assume: of
 * different outcomes, of repeated times, of comparisons that share a group, or simply of any two effects of a study.
 *
 * r is the product of the parts that apply: the correlation of the two outcomes, φ^|time − time′|, and the share of a
 * common group (`sharedArmRules`), negative where that group stands on opposite sides. `correlation` is of effects that no
 * other part tells apart. Effects of different clusters, and effects with no group in common by `arms`, are independent.
 *
 * @param effects Estimates of one measure with whatever columns the options name.
 * @param options At least one of outcome, time, arms and correlation; `cluster` "study" unless given.
 * @returns A block for each cluster, in the order in which they first come: the `V` of {@link multilevel}.
 *
 * Throws what {@link pool} throws for effects, `IMPOSSIBLE_CORRELATIONS` where no effects of a cluster can have these
 * correlations, `NOTHING_ASSUMED`, `BAD_ASSUMPTION`, `CORRELATION_OUT_OF_RANGE`, `BAD_OUTCOME_CORRELATIONS`,
 * `COLUMN_NOT_NUMERIC`, `ARM_AGAINST_ITSELF`, `SHARED_ARM_RULE_NEEDS`, `MISSING_COLUMN`, `UNKNOWN_OPTION`,
 * `UNKNOWN_CHOICE`.
 *
 * Gleser & Olkin 2009, in Cooper, Hedges & Valentine (eds.), The Handbook of Research Synthesis and Meta-Analysis, 2nd
 * ed., pp. 357-376.
 *
 * @example
 * import { assumedCovariance } from "@acumeta/core";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.3, vi: 0.04, outcome: "pain", week: 4 },
 *   { study: "A", measure: "SMD", yi: 0.2, vi: 0.04, outcome: "pain", week: 6 },
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.09, outcome: "function", week: 6 },
 *   { study: "B", measure: "SMD", yi: 0.5, vi: 0.02, outcome: "pain", week: 4 },
 * ] as const;
 * const V = assumedCovariance(effects, {
 *   outcome: { column: "outcome", correlation: 0.5 },
 *   time: { column: "week", autocorrelation: 0.9 },
 * });
 * V[0].matrix[1]; // => [0.0324, 0.04, 0.03]
 * V[1]; // => { cluster: "B", rows: [3], matrix: [[0.02]] }
 *
 * const arms = [
 *   { study: "C", measure: "MD", yi: 2, vi: 1.2, arm: "real", control: "usual care", n1: 40, n2: 20 },
 *   { study: "C", measure: "MD", yi: 1, vi: 1.2, arm: "sham", control: "usual care", n1: 40, n2: 20 },
 * ] as const;
 * const shared = assumedCovariance(arms, { arms: { columns: ["arm", "control"], sizes: ["n1", "n2"] } });
 * shared[0].matrix[0]; // => [1.2, 0.8]
 */
export function assumedCovariance<M extends Measure>(
  effects: readonly Effect<M>[] & OneMeasure<M>,
  options: AssumedCovarianceOptions,
): readonly AssumedBlock[] {
  const { v } = checkEffects<M>(effects);
  const assumptions = resolveAssumptions(options);
  const rows = effects as readonly (Effect<M> & Row)[];
  const clusters = clustersOf(rows, assumptions.cluster);
  const correlation = assumedCorrelation(rows, clusters, assumptions);
  return freeze(clusters.map((cluster) => blockOf(cluster, v, correlation)));
}

function blockOf(cluster: Cluster, v: Float64Array, correlation: (i: number, j: number) => number): AssumedBlock {
  const { label, rows } = cluster;
  const n = rows.length;
  const R = new Float64Array(n * n);
  const V = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    R[a * n + a] = 1;
    V[a * n + a] = v[rows[a]!]!;
    for (let b = 0; b < a; b++) {
      const r = correlation(rows[a]!, rows[b]!) + 0; // 0, never −0
      const covariance = r * Math.sqrt(v[rows[a]!]!) * Math.sqrt(v[rows[b]!]!);
      R[a * n + b] = r;
      R[b * n + a] = r;
      V[a * n + b] = covariance;
      V[b * n + a] = covariance;
    }
  }
  checkPossible(cluster, R);
  return { cluster: label, rows, matrix: rowsOf(V, n) };
}
