import { dot } from "../../linear/products.js";
import { orthogonalise, projectOut } from "../../regression/orthogonalise.js";
import { apply, type ClusterForm, type ClusterOf, traceOfProduct } from "./clusterForm.js";

/** Residuals e of weighted least squares, and the quadratic forms in them that moment estimators are made of. */
export interface ResidualForms {
  /** eᵀKe */
  readonly observed: (K: ClusterForm) => number;
  /** What it is expected to be where errors have the covariance Σ. */
  readonly expected: (K: ClusterForm, sigma: ClusterForm) => number;
}

/**
 * Quadratic forms in the residuals e = (I − H)y with H = X(XᵀWX)⁻¹XᵀW: E(eᵀKe) = tr((I − H)ᵀK(I − H)Σ), in O(kp²).
 */
export function residualForms(
  { X, y, w }: { readonly X: readonly Float64Array[]; readonly y: Float64Array; readonly w: Float64Array },
  clusters: ClusterOf,
): ResidualForms {
  const { Q } = orthogonalise(X, w);
  const root = w.map(Math.sqrt);
  const rest = y.map((each, i) => each * root[i]!);
  projectOut(Q, rest);
  const residuals = rest.map((each, i) => each / root[i]!);
  const basis = Q.map((column) => column.map((each, i) => each / root[i]!));
  const weighted = Q.map((column) => column.map((each, i) => each * root[i]!));
  return {
    observed: (K) => dot(residuals, apply(K, residuals, clusters)),
    expected(K, sigma) {
      let sum = traceOfProduct(K, sigma, clusters);
      const spread = weighted.map((column) => apply(sigma, column, clusters));
      const formed = basis.map((column) => apply(K, column, clusters));
      for (const [l, column] of spread.entries()) {
        sum -= 2 * dot(formed[l]!, column);
        for (const [r, other] of weighted.entries()) sum += dot(formed[l]!, basis[r]!) * dot(other, column);
      }
      return sum;
    },
  };
}
