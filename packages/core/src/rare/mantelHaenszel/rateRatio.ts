import { logRatio, type MantelHaenszelMeasure } from "./measure.js";

/**
 * Rate ratio Σ(x₁t₂/T)/Σ(x₂t₁/T), as its logarithm, with the variance Σ(t₁t₂(x₁ + x₂)/T²)/(ΣRΣS), R and S the terms of
 * the two sums.
 *
 * Greenland & Robins 1985, Biometrics 41:55-68, eq. 11.
 */
export const rateRatio: MantelHaenszelMeasure<"IRR"> = {
  id: "IRR",
  label: "incidence rate ratio",
  citation: "Greenland & Robins 1985, Biometrics 41:55-68",
  scale: "logIRR",
  per: "person-time",
  weight: ({ n1: t1, c: x2, n2: t2 }) => (x2 * t1) / (t1 + t2),
  pooled({ ofVariance }) {
    let [R, S, D] = [0, 0, 0];
    for (const { a: x1, n1: t1, c: x2, n2: t2 } of ofVariance) {
      const T = t1 + t2;
      R += (x1 * t2) / T;
      S += (x2 * t1) / T;
      D += (t1 / T) * (t2 / T) * (x1 + x2);
    }
    return logRatio(R, S, D / (R * S));
  },
  effect: ({ a: x1, n1: t1, c: x2, n2: t2 }) => Math.log(x1 / t1) - Math.log(x2 / t2),
  effectVariance: ({ a: x1, c: x2 }) => 1 / x1 + 1 / x2,
};
