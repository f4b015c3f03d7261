import { median } from "simple-statistics";
import { orthogonalise } from "../../regression/orthogonalise.js";
import { weightedLeastSquares } from "../../regression/weightedLeastSquares.js";
import type { RandomTerm } from "../random/term.js";
import { arrange, type SamplingCovariance } from "./arrange.js";
import type { MarginalModel } from "./marginalModel.js";
import { splitGroups } from "./splitGroups.js";

/** A model in the units of its search, with what leads back to those of its data. */
export interface Prepared {
  readonly model: MarginalModel;
  /** Where each row of the model stands in the data. */
  readonly order: Int32Array;
  /** Effects are divided by `scale`, variances by its square. */
  readonly scale: number;
  /** Places of the columns of X with a coefficient. */
  readonly kept: readonly number[];
  /** Coefficients of the columns kept with which the search begins: it fits what they leave. */
  readonly beta: Float64Array;
  /** The triangle that leads from the model's columns to those kept: X = X̃R. */
  readonly R: readonly Float64Array[];
  /** Between-group variance, by moments as if all rows were independent. */
  readonly tau2: number;
}

/**
 * Orthonormal columns for the weights 1/v, effects less their weighted least-squares fit, and variances around 1: what a
 * search needs to find the same maximum in whatever units the data are.
 */
export function prepare({
  X,
  y,
  sampling,
  terms,
  method,
}: {
  readonly X: readonly Float64Array[];
  readonly y: Float64Array;
  readonly sampling: SamplingCovariance;
  readonly terms: readonly RandomTerm[];
  readonly method: "ML" | "REML";
}): Prepared {
  const { v } = sampling;
  const scale = Math.sqrt(median(Array.from(v)));
  const w = v.map((each) => scale ** 2 / each);
  const { beta, residuals, QE, df } = weightedLeastSquares(X, y, w);
  const { Q, R, kept } = orthogonalise(X, w);
  const { blocks, order } = arrange(inUnits(sampling, scale ** 2), terms);
  const ordered = (column: Float64Array) => Float64Array.from(order, (row) => column[row]! / Math.sqrt(w[row]!));
  const total = w.reduce((sum, each) => sum + each, 0);
  return {
    model: {
      X: Q.map(ordered),
      y: ordered(residuals).map((each) => each / scale),
      terms,
      blocks,
      groups: splitGroups(blocks),
      method,
    },
    order,
    scale,
    kept,
    beta,
    R,
    tau2: Math.max(0.05, (QE / scale ** 2 - df) / total),
  };
}

function inUnits({ v, correlated }: SamplingCovariance, unit: number): SamplingCovariance {
  return {
    v: v.map((each) => each / unit),
    correlated: correlated.map(({ rows, matrix }) => ({ rows, matrix: matrix.map((each) => each / unit) })),
  };
}
