import { semidefiniteCholesky } from "../../linear/cholesky.js";
import type { Covariance, Parameter, Structure } from "../structures/structure.js";
import { unstructured } from "../structures/unstructured.js";

/**
 * An unstructured covariance matrix as LLᵀ, with the elements of L, row by row, as parameters: without bounds, and unlike
 * angles of a meaning even where a variance is 0.
 *
 * Pinheiro & Bates 1996, Statistics and Computing 6:289-296.
 */
export const lowerTriangle: Structure<"UN"> = {
  ...unstructured,
  parameters: ({ names }) => names.flatMap((_, row) => names.slice(0, row + 1).map(() => element)),
  covariance: (theta, { names: { length: m } }) => timesTransposed(theta, m),
};

const element: Parameter = {
  name: "element of the lower triangle",
  kind: "standard deviation",
  lower: Number.NEGATIVE_INFINITY,
  upper: Number.POSITIVE_INFINITY,
  power: 1,
};

function timesTransposed(theta: Float64Array, m: number): Covariance {
  const L = new Float64Array(m * m);
  for (let i = 0, at = 0; i < m; i++) for (let j = 0; j <= i; j++) L[i * m + j] = theta[at++]!;
  const G = new Float64Array(m * m);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) for (let c = 0; c < m; c++) G[i * m + j]! += L[i * m + c]! * L[j * m + c]!;
  const slopes: Float64Array[] = [];
  for (let row = 0; row < m; row++)
    for (let column = 0; column <= row; column++) {
      const slope = new Float64Array(m * m);
      for (let i = 0; i < m; i++) {
        slope[row * m + i]! += L[i * m + column]!;
        slope[i * m + row]! += L[i * m + column]!;
      }
      slopes.push(slope);
    }
  return { G, slopes };
}

/** The elements of L for G = LLᵀ. */
export function elementsOf(G: Float64Array, m: number): readonly number[] {
  const L = semidefiniteCholesky(G, m)!;
  const elements: number[] = [];
  for (let i = 0; i < m; i++) for (let j = 0; j <= i; j++) elements.push(L[i * m + j]!);
  return elements;
}

/** A variance whose correlations rounding has lost, in units in which sampling variances are around 1. */
const NEGLIGIBLE = 1e-24;

/** The standard deviations and angles of G; angles that mean nothing, where a variance is 0, are right ones. */
export function anglesOf(G: Float64Array, m: number): readonly number[] {
  const tau = Array.from({ length: m }, (_, i) => (G[i * m + i]! > NEGLIGIBLE ? Math.sqrt(G[i * m + i]!) : 0));
  const R = G.map((each, at) => {
    const [i, j] = [Math.floor(at / m), at % m];
    const size = tau[i]! * tau[j]!;
    return i === j ? 1 : size > 0 ? each / size : 0;
  });
  const L = semidefiniteCholesky(R, m)!;
  const angles: number[] = [];
  for (let i = 1; i < m; i++)
    for (let j = 0; j < i; j++)
      angles.push(Math.atan2(Math.hypot(...L.subarray(i * m + j + 1, i * m + i + 1)), L[i * m + j]!));
  return [...tau, ...angles];
}
