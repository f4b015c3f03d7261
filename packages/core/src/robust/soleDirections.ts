import { crossProducts } from "../linear/products.js";
import { symmetricEigen } from "../linear/symmetricEigen.js";

/** Part of the variance of a direction that residuals do not show, from which on rounding is all that is left of it. */
const ALL = 1 - 1e-10;

/**
 * Directions, in the basis Q of the coefficients, that one cluster alone determines: it is fitted exactly along them, and
 * its residuals say nothing of its errors there. Eigenvectors to the eigenvalue 1 of QᵢᵀQᵢ, of rows of Q.
 */
export function soleDirections(Q: readonly Float64Array[]): readonly Float64Array[] {
  const squares = crossProducts(Q, Q);
  const p = Q.length;
  let trace = 0;
  for (let j = 0; j < p; j++) trace += squares[j * p + j]!;
  if (trace <= ALL) return [];
  const { values, vectors } = symmetricEigen(squares, p);
  return vectors.filter((_, j) => values[j]! > ALL);
}
