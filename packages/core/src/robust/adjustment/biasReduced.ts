import { dot, multiply } from "../../linear/products.js";
import { symmetricEigen } from "../../linear/symmetricEigen.js";
import type { Factor, WhitenedCluster } from "../whiten.js";
import type { Adjustment } from "./adjustment.js";

/**
 * Bias-reduced linearisation: residuals eᵢ are multiplied with Aᵢ so that the sandwich is unbiased where the working
 * covariance Φ is right. With D the upper Cholesky factor of the cluster's Φᵢ,
 *
 *   Aᵢ = Dᵀ B^(+½) D,   B = D(Φᵢ − XᵢMXᵢᵀ)Dᵀ,   M = (XᵀΦ⁻¹X)⁻¹
 *
 * B^(+½) is the square root of the pseudo-inverse: directions in which the cluster alone determines a coefficient leave
 * no residual, and count for nothing. O(n³) for a cluster of n rows.
 *
 * Bell & McCaffrey 2002, Survey Methodology 28:169-181; Pustejovsky & Tipton 2018, Journal of Business & Economic
 * Statistics 36:672-683.
 */
export const biasReduced: Adjustment<"CR2"> = {
  id: "CR2",
  label: "Bias-reduced linearisation",
  citation: "Pustejovsky & Tipton 2018, Journal of Business & Economic Statistics 36:672-683",
  factor: () => 1,
  beyond: () => 1,
  sides,
};

/** With D = Lᵀ and S = LᵀL: B = S(I − QQᵀ)S, and K = S B^(+½) Q. */
function sides({ factors, Q, sole }: WhitenedCluster): readonly Float64Array[] {
  const n = Q[0]!.length;
  const S = squares(factors, n);
  const SQ = Q.map((column) => multiply(S, column));
  const B = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let r = 0; r < n; r++) sum += S[i * n + r]! * S[j * n + r]!;
      for (const column of SQ) sum -= column[i]! * column[j]!;
      B[i * n + j] = sum;
      B[j * n + i] = sum;
    }
  const { values, vectors } = symmetricEigen(B, n);
  const rank = n - sole.length;
  return Q.map((column) => {
    const turned = new Float64Array(n);
    for (let r = 0; r < rank && values[r]! > 0; r++) {
      const vector = vectors[r]!;
      const share = dot(vector, column) / Math.sqrt(values[r]!);
      for (let i = 0; i < n; i++) turned[i]! += share * vector[i]!;
    }
    return multiply(S, turned);
  });
}

/** LᵀL of every block, in one matrix. */
function squares(factors: readonly Factor[], n: number): Float64Array {
  const S = new Float64Array(n * n);
  let start = 0;
  for (const { rows, L } of factors) {
    const size = rows.length;
    for (let r = 0; r < size; r++)
      for (let i = 0; i <= r; i++)
        for (let j = 0; j <= r; j++) S[(start + i) * n + start + j]! += L[r * size + i]! * L[r * size + j]!;
    start += size;
  }
  return S;
}
