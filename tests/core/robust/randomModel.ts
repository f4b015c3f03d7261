import type { LinearModel } from "@acumeta/core";
import { normals, uniforms } from "../selection/simulate.ts";

/** How many of what a synthetic model has. */
export interface Shape {
  readonly clusters: number;
  /** Most rows of a cluster. */
  readonly rows: number;
  readonly coefficients: number;
  readonly seed: number;
}

/** A model, and the cluster of each row. */
export interface Clustered {
  readonly model: LinearModel;
  readonly cluster: readonly string[];
}

/**
 * A synthetic model: a constant and covariates that differ within and between clusters; clusters of one row and more,
 * some of which hold two blocks; covariances with correlation 0.5 and unequal variances; rows in no order.
 */
export function randomModel({ clusters, rows, coefficients, seed }: Shape): Clustered {
  const random = uniforms(seed);
  const normal = normals(random);
  const sizes = Array.from({ length: clusters }, (_, i) => 1 + ((i + Math.floor(random() * rows)) % rows));
  const labels = sizes.flatMap((size, i) => Array.from({ length: size }, () => `c${i}`));
  const order = labels.map((_, row) => [random(), row] as const).sort(([a], [b]) => a - b);
  const cluster = order.map(([, row]) => labels[row]!);
  const variances = cluster.map(() => 0.01 + random());
  const blocks = sizes.flatMap((size, i) => {
    const own = cluster.flatMap((label, row) => (label === `c${i}` ? [row] : []));
    const parts = size > 3 ? [own.slice(0, 2), own.slice(2)] : [own];
    return parts.map((part) => ({
      rows: part,
      matrix: part.flatMap((a) => part.map((b) => (a === b ? 1 : 0.5) * Math.sqrt(variances[a]! * variances[b]!))),
    }));
  });
  const between = new Map(cluster.map((label) => [label, normal()]));
  const columns = Array.from({ length: coefficients - 1 }, () =>
    cluster.map((label) => between.get(label)! + normal()),
  );
  const y = cluster.map((label, row) => between.get(label)! + normal() * Math.sqrt(variances[row]!));
  const names = Array.from({ length: coefficients }, (_, j) => (j === 0 ? "constant" : `x${j}`));
  return { model: { names, X: [cluster.map(() => 1), ...columns], y, blocks }, cluster };
}
