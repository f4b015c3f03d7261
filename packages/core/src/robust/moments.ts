import { bilinear, dot, multiply } from "../linear/products.js";
import type { Sandwich } from "./sandwich.js";

/** The distribution of a sandwich where the working model holds and errors are normal, without the factor it is multiplied with. */
export interface SandwichMoments {
  /** Expected covariance of the combinations, row by row. */
  readonly mean: Float64Array;
  /** Variances of its elements, summed. */
  readonly variance: number;
}

/**
 * Mean and variance of the robust covariance of combinations of coefficients. With Pᵢⱼ = δᵢⱼKᵢᵀKᵢ − (QᵢᵀKᵢ)ᵀ(QⱼᵀKⱼ), the
 * covariance of the scores of clusters i and j,
 *
 *   mean = Σᵢ Pᵢᵢ,   var(s, t) = Σᵢⱼ (Pᵢⱼ(s, s) Pᵢⱼ(t, t) + Pᵢⱼ(s, t) Pᵢⱼ(t, s))
 *
 * summed without going through pairs of clusters: O(mp²) for m clusters.
 *
 * Pustejovsky & Tipton 2018, Journal of Business & Economic Statistics 36:672-683.
 */
export function sandwichMoments({ parts }: Sandwich, directions: readonly Float64Array[]): SandwichMoments {
  const q = directions.length;
  const overlaps = parts.map(({ overlap }) => directions.map((along) => multiply(overlap, along)));
  const within = parts.map(({ own }, i) => {
    const P = new Float64Array(q * q);
    for (let s = 0; s < q; s++)
      for (let t = 0; t < q; t++)
        P[s * q + t] = bilinear(directions[s]!, own, directions[t]!) - dot(overlaps[i]![s]!, overlaps[i]![t]!);
    return P;
  });
  const mean = new Float64Array(q * q);
  let variance = 0;
  for (const P of within)
    for (let s = 0; s < q; s++)
      for (let t = 0; t < q; t++) {
        mean[s * q + t]! += P[s * q + t]!;
        variance += P[s * q + s]! * P[t * q + t]! + P[s * q + t]! ** 2;
      }
  for (let s = 0; s < q; s++) for (let t = 0; t < q; t++) variance += betweenClusters(overlaps, s, t);
  return { mean, variance };
}

/** The part of var(s, t) that pairs of different clusters make. */
function betweenClusters(overlaps: readonly (readonly Float64Array[])[], s: number, t: number): number {
  const p = overlaps[0]![0]!.length;
  const sums = new Float64Array(p * p);
  let same = 0;
  for (const own of overlaps) {
    const [u, v] = [own[s]!, own[t]!];
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) sums[a * p + b]! += u[a]! * v[b]!;
    same += dot(u, u) * dot(v, v) + dot(u, v) ** 2;
  }
  let all = 0;
  for (let a = 0; a < p; a++)
    for (let b = 0; b < p; b++) all += sums[a * p + b]! * (sums[a * p + b]! + sums[b * p + a]!);
  return all - same;
}
