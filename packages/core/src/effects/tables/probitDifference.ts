import { difference } from "../measure.js";
import { probit } from "../probit.js";
import { type BinaryMeasure, binaryMeasure } from "./binary.js";

/**
 * Probit difference Φ⁻¹(a/n₁) − Φ⁻¹(c/n₂): the standardised mean difference of a normal outcome behind "events" whose
 * spread is the same in both groups. Variance Σ p(1 − p)/(n φ(z)²). Studies with a zero cell get ½ in every cell unless
 * `to` says otherwise.
 *
 * Sánchez-Meca et al. 2003, Psychological Methods 8:448-467.
 *
 * @example
 * import { effectSize } from "@acumeta/core";
 * effectSize("PBIT", { a: 4, n1: 123, c: 11, n2: 139 }).yi; // => -0.43407616
 */
export const probitDifference: BinaryMeasure<"PBIT"> = binaryMeasure({
  ...difference,
  id: "PBIT",
  label: "probit difference",
  citation: "Sánchez-Meca et al. 2003, Psychological Methods 8:448-467",
  axisLabel: "Standardised mean difference (probit)",
  standsFor: "SMD",
  estimate: ({ a, b, c, d }) => probit(a, a + b).z - probit(c, c + d).z,
  variance: ({ a, b, c, d }) => probit(a, a + b).variance + probit(c, c + d).variance,
});
