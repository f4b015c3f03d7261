import { logRatio, type MantelHaenszelMeasure } from "./measure.js";

/**
 * Risk ratio Σ(a n₂/N)/Σ(c n₁/N), as its logarithm, with the variance Σ((n₁n₂(a + c) − acN)/N²)/(ΣRΣS), R and S the
 * terms of the two sums.
 *
 * Greenland & Robins 1985, Biometrics 41:55-68, eq. 13.
 */
export const riskRatio: MantelHaenszelMeasure<"RR"> = {
  id: "RR",
  label: "risk ratio",
  citation: "Greenland & Robins 1985, Biometrics 41:55-68",
  scale: "logRR",
  per: "patients",
  weight: ({ n1, c, n2 }) => (c * n1) / (n1 + n2),
  pooled({ ofVariance }) {
    let [R, S, D] = [0, 0, 0];
    for (const { a, n1, c, n2 } of ofVariance) {
      const N = n1 + n2;
      R += (a * n2) / N;
      S += (c * n1) / N;
      D += (n1 * n2 * (a + c) - a * c * N) / N ** 2;
    }
    return logRatio(R, S, D / (R * S));
  },
  effect: ({ a, n1, c, n2 }) => Math.log(a / n1) - Math.log(c / n2),
  effectVariance: ({ a, n1, c, n2 }) => 1 / a - 1 / n1 + 1 / c - 1 / n2,
};
