import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { againstColumns, crossProducts, dot } from "../linear/products.js";
import type { WorkingModel } from "../regression/workingModel.js";
import type { Adjustment, Sizes } from "./adjustment/adjustment.js";
import { blocksByCluster } from "./clusters.js";
import { type WhitenedFit, whiten } from "./whiten.js";

/** What a cluster adds to a sandwich, in the basis Q of the coefficients. */
interface ClusterPart {
  /** Kᵀe: the sandwich is the sum of their squares. */
  readonly score: Float64Array;
  /** KᵀK and QᵀK, row by row: what that sum is expected to be where the working model holds. */
  readonly own: Float64Array;
  readonly overlap: Float64Array;
}

/** A cluster-robust covariance of coefficients, cluster by cluster. */
export interface Sandwich {
  readonly fit: WhitenedFit;
  readonly parts: readonly ClusterPart[];
  readonly factor: number;
  readonly sizes: Sizes;
}

/**
 * Cluster-robust covariance of the coefficients of a working model. `labels` has the cluster of each row.
 *
 * Refuses too few clusters (`TOO_FEW_CLUSTERS`) or rows (`TOO_FEW_EFFECTS`).
 */
export function sandwich(model: WorkingModel, labels: readonly string[], adjustment: Adjustment): Sandwich {
  const clusters = blocksByCluster(model.blocks, labels);
  const sizes = { m: clusters.length, p: model.X.length, k: model.y.length };
  const needed = adjustment.beyond(sizes) + 1;
  const what = `the robust variance "${adjustment.id}"`;
  if (sizes.m < needed) throw metaError(messages.tooFewClusters({ m: sizes.m, needed, what }));
  if (sizes.k <= sizes.p) throw metaError(messages.tooFewEffects({ k: sizes.k, needed: sizes.p + 1, what }));
  const fit = whiten(model, clusters);
  const parts = fit.clusters.map((cluster): ClusterPart => {
    const K = adjustment.sides(cluster);
    return {
      score: againstColumns(K, cluster.residuals),
      own: crossProducts(K, K),
      overlap: crossProducts(cluster.Q, K),
    };
  });
  return { fit, parts, factor: adjustment.factor(sizes), sizes };
}

/** R⁻ᵀc: where a combination cᵀβ of the coefficients points in the basis Q. */
export function direction({ fit: { inverseR } }: Sandwich, contrast: ArrayLike<number>): Float64Array {
  const p = contrast.length;
  const out = new Float64Array(p);
  for (let m = 0; m < p; m++) for (let j = 0; j <= m; j++) out[m]! += contrast[j]! * inverseR[j * p + m]!;
  return out;
}

/** Where the coefficient of a column points. */
export function coefficientDirection({ fit: { inverseR }, sizes: { p } }: Sandwich, column: number): Float64Array {
  return inverseR.slice(column * p, (column + 1) * p);
}

/** The robust covariance of combinations of the coefficients, row by row. */
export function covariance({ parts, factor }: Sandwich, directions: readonly Float64Array[]): Float64Array {
  const q = directions.length;
  const out = new Float64Array(q * q);
  for (const { score } of parts) {
    const along = againstColumns(directions, score);
    for (let s = 0; s < q; s++) for (let t = 0; t < q; t++) out[s * q + t]! += factor * along[s]! * along[t]!;
  }
  return out;
}

/** A part of a model-based variance so small that rounding has made it. */
export const NOTHING = 1e-10;

/** Whether one cluster alone determines part of a combination of coefficients: of that part the sandwich knows nothing. */
export function leansOnOneCluster({ fit: { clusters } }: Sandwich, along: Float64Array): boolean {
  const least = NOTHING * dot(along, along);
  return clusters.some(({ sole }) => sole.some((direction) => dot(direction, along) ** 2 > least));
}
