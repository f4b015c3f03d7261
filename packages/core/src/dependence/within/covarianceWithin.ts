import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { shown } from "../../errors/shown.js";
import type { MultilevelOptions } from "../../multilevel/options.js";
import { samplingCovariance } from "../../multilevel/samplingCovariance.js";
import type { Cluster } from "../clusters.js";

/** The covariance matrices of clusters, row by row, from blocks that lie within them. */
export function covarianceWithin(
  clusters: readonly Cluster[],
  v: Float64Array,
  V: NonNullable<MultilevelOptions["V"]>,
): readonly Float64Array[] {
  if (!Array.isArray(V) || V.some((each) => typeof each !== "object" || each === null))
    throw metaError(messages.badSamplingCovariance({ found: shown(V), rows: v.length }));
  const clusterOf = new Int32Array(v.length);
  const place = new Int32Array(v.length);
  const matrices = clusters.map(({ rows }, c) => {
    const own = new Float64Array(rows.length ** 2);
    for (const [a, row] of rows.entries()) {
      clusterOf[row] = c;
      place[row] = a;
      own[a * rows.length + a] = v[row]!;
    }
    return own;
  });
  for (const { rows, matrix } of samplingCovariance(v, V).correlated)
    for (const [a, first] of rows.entries())
      for (const [b, second] of rows.entries()) {
        const covariance = matrix[a * rows.length + b]!;
        const [c, other] = [clusterOf[first]!, clusterOf[second]!];
        if (c === other) matrices[c]![place[first]! * clusters[c]!.rows.length + place[second]!] = covariance;
        else if (covariance !== 0)
          throw metaError(
            messages.correlationBetweenClusters({ clusters: [clusters[c]!.label, clusters[other]!.label] }),
          );
      }
  return matrices;
}
