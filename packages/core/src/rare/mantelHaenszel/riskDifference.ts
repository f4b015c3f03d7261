import { type MantelHaenszelMeasure, meanDifference } from "./measure.js";

/**
 * Risk difference Σw(a/n₁ − c/n₂)/Σw with w = n₁n₂/N; its variance by one of `riskDifferenceVariances`.
 *
 * Greenland & Robins 1985, Biometrics 41:55-68, eq. 10.
 */
export const riskDifference: MantelHaenszelMeasure<"RD"> = {
  id: "RD",
  label: "risk difference",
  citation: "Greenland & Robins 1985, Biometrics 41:55-68",
  scale: "RD",
  per: "patients",
  weight: ({ n1, n2 }) => (n1 * n2) / (n1 + n2),
  pooled({ ofEstimate, ofVariance }, { compute }) {
    let [sum, weights] = [0, 0];
    for (const [i, stratum] of ofVariance.entries()) {
      const { a, n1, c, n2 } = ofEstimate[i]!;
      const weight = riskDifference.weight(stratum);
      sum += weight * (a / n1 - c / n2);
      weights += weight;
    }
    return meanDifference(sum, weights, compute(ofVariance, sum / weights) / weights ** 2);
  },
  effect: ({ a, n1, c, n2 }) => a / n1 - c / n2,
  effectVariance: ({ a, n1, c, n2 }) => (a * (n1 - a)) / n1 ** 3 + (c * (n2 - c)) / n2 ** 3,
};
