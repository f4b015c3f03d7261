import { type Registered, registry } from "../../registry/registry.js";
import type { Stratum } from "../zeroCells.js";

/** A variance of the pooled risk difference δ, times (Σn₁n₂/N)². */
export interface RiskDifferenceVariance<Id extends string = string> extends Registered<Id> {
  readonly compute: (strata: readonly Stratum[], delta: number) => number;
}

/**
 * δΣP + ΣQ with P = (n₁²c − n₂²a + n₁n₂(n₂ − n₁)/2)/N² and Q = (a(n₂ − c) + c(n₁ − a))/(2N): consistent for few large
 * studies and for many sparse ones.
 */
const sato: RiskDifferenceVariance<"Sato"> = {
  id: "Sato",
  label: "Sato, Greenland & Robins, for sparse and for large strata",
  citation: "Sato, Greenland & Robins 1989, Biometrics 45:1323-1324",
  compute(strata, delta) {
    let [P, Q] = [0, 0];
    for (const { a, n1, c, n2 } of strata) {
      const N = n1 + n2;
      P += (n1 * n1 * c - n2 * n2 * a + (n1 * n2 * (n2 - n1)) / 2) / N ** 2;
      Q += (a * (n2 - c) + c * (n1 - a)) / (2 * N);
    }
    return delta * P + Q;
  },
};

/** Σ(ab n₂³ + cd n₁³)/(n₁n₂N²): the sum of binomial variances. */
const greenlandRobins: RiskDifferenceVariance<"Greenland-Robins"> = {
  id: "Greenland-Robins",
  label: "Greenland & Robins, for large strata",
  citation: "Greenland & Robins 1985, Biometrics 41:55-68",
  compute(strata) {
    let sum = 0;
    for (const { a, n1, c, n2 } of strata) {
      const weight = (n1 * n2) / (n1 + n2);
      sum += weight ** 2 * ((a * (n1 - a)) / n1 ** 3 + (c * (n2 - c)) / n2 ** 3);
    }
    return sum;
  },
};

/** Variances of the Mantel-Haenszel risk difference, by id. */
export const riskDifferenceVariances = registry([sato, greenlandRobins]);
