import { type MantelHaenszelMeasure, meanDifference } from "./measure.js";

/**
 * Rate difference Σw(x₁/t₁ − x₂/t₂)/Σw with w = t₁t₂/T, and the variance Σw²(x₁/t₁² + x₂/t₂²)/(Σw)².
 *
 * Greenland & Robins 1985, Biometrics 41:55-68.
 */
export const rateDifference: MantelHaenszelMeasure<"IRD"> = {
  id: "IRD",
  label: "incidence rate difference",
  citation: "Greenland & Robins 1985, Biometrics 41:55-68",
  scale: "IRD",
  per: "person-time",
  weight: ({ n1: t1, n2: t2 }) => (t1 * t2) / (t1 + t2),
  pooled({ ofVariance }) {
    let [sum, weights, variance] = [0, 0, 0];
    for (const stratum of ofVariance) {
      const weight = rateDifference.weight(stratum);
      sum += weight * rateDifference.effect(stratum);
      weights += weight;
      variance += weight ** 2 * rateDifference.effectVariance(stratum);
    }
    return meanDifference(sum, weights, variance / weights ** 2);
  },
  effect: ({ a: x1, n1: t1, c: x2, n2: t2 }) => x1 / t1 - x2 / t2,
  effectVariance: ({ a: x1, n1: t1, c: x2, n2: t2 }) => x1 / t1 ** 2 + x2 / t2 ** 2,
};
