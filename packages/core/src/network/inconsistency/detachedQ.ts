import { cholesky, forwardSolve } from "../../linear/cholesky.js";
import { dot } from "../../linear/products.js";
import { symmetricEigen } from "../../linear/symmetricEigen.js";

/** A design beside the network that it is part of: m effects against its first treatment. */
export interface DesignInNetwork {
  /** Its own estimates less those of the network. */
  readonly residuals: Float64Array;
  /** Covariance of its own estimates, and of the network's of the same effects, row by row. */
  readonly own: Float64Array;
  readonly network: Float64Array;
}

/**
 * By how much Q between falls when a design has effects of its own: r′(V − H)⁻r, over the `df` directions in which the rest of
 * the network says something of the same effects; in the others V is H and r is 0. With V = LL′ they are eigenvectors of
 * I − L⁻¹HL⁻′ whose eigenvalues, between 0 and 1, are the largest.
 *
 * Cook & Weisberg 1982, Residuals and Influence in Regression (deletion of several cases).
 */
export function detachedQ({ residuals, own, network }: DesignInNetwork, df: number): number {
  const m = residuals.length;
  const L = cholesky(own, m)!;
  const half = Array.from({ length: m }, (_, j) => forwardSolve(L, network.slice(j * m, (j + 1) * m)));
  const rest = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    const column = forwardSolve(
      L,
      Float64Array.from(half, (each) => each[i]!),
    );
    for (let j = 0; j < m; j++) rest[j * m + i] = (i === j ? 1 : 0) - column[j]!;
  }
  const { values, vectors } = symmetricEigen(rest, m);
  const z = forwardSolve(L, residuals);
  let Q = 0;
  for (let r = 0; r < df; r++) Q += dot(vectors[r]!, z) ** 2 / values[r]!;
  return Q;
}
