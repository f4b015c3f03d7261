import { difference } from "../measure.js";
import { type BinaryMeasure, binaryMeasure } from "./binary.js";

/**
 * Arcsine difference asin √(a/n₁) − asin √(c/n₂), whose variance 1/(4n₁) + 1/(4n₂) hardly depends on the risks. Defined
 * with zero cells, which are left as they are unless `to` says otherwise.
 *
 * Rücker, Schwarzer, Carpenter & Olkin 2009, Statistics in Medicine 28:721-738.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("AS", { a: 0, n1: 20, c: 3, n2: 20 }).yi; // => -0.39769942
 */
export const arcsineDifference: BinaryMeasure<"AS"> = binaryMeasure({
  ...difference,
  id: "AS",
  label: "arcsine difference",
  citation: "Rücker et al. 2009, Statistics in Medicine 28:721-738",
  axisLabel: "Arcsine difference",
  estimate: ({ a, b, c, d }) => Math.asin(Math.sqrt(a / (a + b))) - Math.asin(Math.sqrt(c / (c + d))),
  variance: ({ a, b, c, d }) => 1 / (4 * (a + b)) + 1 / (4 * (c + d)),
  to: "none",
});
