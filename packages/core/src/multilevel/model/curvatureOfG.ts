import { dot } from "../../linear/products.js";
import type { RandomTerm } from "../random/term.js";

const STEP = 1e-5;

/**
 * What the second derivatives of G add to those of a function with this slope along G: Σ (∂f/∂Gₐᵦ) ∂²Gₐᵦ/∂θᵢ∂θⱼ, row by row,
 * by differences of the slopes of G; null for variances, in which G is linear.
 */
export function curvatureOfG(
  { structure, levels, parameters }: RandomTerm,
  theta: Float64Array,
  slopeAlongG: Float64Array,
): Float64Array | null {
  if (parameters.every(({ kind }) => kind === "variance")) return null;
  const n = parameters.length;
  const out = new Float64Array(n * n);
  const at = Float64Array.from(theta);
  for (let j = 0; j < n; j++) {
    const { lower, upper } = parameters[j]!;
    const h = STEP * Math.max(1, Math.abs(theta[j]!));
    const middle = Math.min(Math.max(theta[j]!, lower + h), upper - h);
    at[j] = middle + h;
    const above = structure.covariance(at, levels).slopes;
    at[j] = middle - h;
    const below = structure.covariance(at, levels).slopes;
    at[j] = theta[j]!;
    for (let i = 0; i < n; i++) {
      const half = (dot(above[i]!, slopeAlongG) - dot(below[i]!, slopeAlongG)) / (4 * h);
      out[i * n + j]! += half;
      out[j * n + i]! += half;
    }
  }
  return out;
}
