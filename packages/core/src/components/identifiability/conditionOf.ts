import { symmetricEigen } from "../../linear/symmetricEigen.js";
import { sparseGram } from "../../sparse/products.js";
import type { SparseDesign } from "../../sparse/sparseDesign.js";

/**
 * √ of the largest over the smallest eigenvalue of X′WX with a diagonal of ones, W the inverse variances. X must have full rank.
 *
 * Belsley, Kuh & Welsch 1980, Regression Diagnostics, ch. 3.
 */
export function conditionOf(design: SparseDesign): number {
  const { p, v } = design;
  if (p === 0) return 1;
  const gram = sparseGram(
    design,
    v.map((variance) => 1 / variance),
  );
  const scaled = gram.map((each, place) => {
    const [i, j] = [Math.floor(place / p), place % p];
    return each / Math.sqrt(gram[i * (p + 1)]! * gram[j * (p + 1)]!);
  });
  const { values } = symmetricEigen(scaled, p);
  return Math.sqrt(values[0]! / values[p - 1]!);
}
