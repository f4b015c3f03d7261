import { type ChiSquareTest, chiSquareTest } from "../result.js";
import type { Denominator, Stratum } from "../zeroCells.js";

/** Tests that there is no association in any stratum; null where nothing can vary. */
export interface AssociationTests {
  /** Cochran-Mantel-Haenszel, with the variance of sampling without replacement (N − 1). */
  readonly CMH: ChiSquareTest | null;
  /** Cochran's, with the binomial variance (N). The same as `CMH` for person-time. */
  readonly cochran: ChiSquareTest | null;
}

/**
 * (|Σ(a − E)| − ½)²/ΣV with E = n₁m/N and V = n₁n₂m(N − m)/(N²(N − 1)), m = a + c, and with N in place of N − 1 for
 * Cochran's; E = t₁m/T and V = t₁t₂m/T² for person-time. Without `correct` the ½ is left out.
 *
 * Cochran 1954, Biometrics 10:417-451; Mantel & Haenszel 1959, JNCI 22:719-748; Breslow & Day 1987, vol. II, eq. 3.15
 * (person-time).
 */
export function associationTests(strata: readonly Stratum[], per: Denominator, correct: boolean): AssociationTests {
  let [difference, varianceCmh, varianceCochran] = [0, 0, 0];
  for (const { a, n1, c, n2 } of strata) {
    const N = n1 + n2;
    const m = a + c;
    difference += a - (n1 / N) * m;
    const binomial = (n1 / N) * (n2 / N) * m * (per === "patients" ? (N - m) / N : 1);
    varianceCochran += binomial;
    varianceCmh += per === "patients" && N > 1 ? (binomial * N) / (N - 1) : binomial;
  }
  const corrected = correct ? Math.max(0, Math.abs(difference) - 0.5) : difference;
  const test = (variance: number) => (variance > 0 ? chiSquareTest(corrected ** 2 / variance, 1) : null);
  return { CMH: test(varianceCmh), cochran: test(varianceCochran) };
}
