import { againstColumns, dot } from "../linear/products.js";
import type { Likelihood } from "./model/likelihood.js";
import type { MarginalModel } from "./model/marginalModel.js";

/**
 * The typical sampling variance s² = (k − p)/tr P, with P = V⁻¹ − V⁻¹X(X′V⁻¹X)⁻¹X′V⁻¹, from the model without random
 * effects.
 *
 * Higgins & Thompson 2002, Statistics in Medicine 21:1539-1558, eq. 9, extended to several variances as by Nakagawa &
 * Santos 2012, Evolutionary Ecology 26:1253-1274.
 */
export function typicalVariance({ X, y }: MarginalModel, { C, WX, factors }: Likelihood): number {
  const diagonal = new Float64Array(y.length);
  for (let b = 0; b < factors.length; b++) factors[b]!.inverseDiagonal(diagonal);
  let trace = diagonal.reduce((sum, each) => sum + each, 0);
  const p = X.length;
  for (let i = 0; i < p; i++) {
    const twice = againstColumns(WX, WX[i]!);
    trace -= dot(C.subarray(i * p, (i + 1) * p), twice);
  }
  return (y.length - p) / trace;
}
