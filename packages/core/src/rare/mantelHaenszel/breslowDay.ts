import { cellAtOddsRatio } from "../cellAtOddsRatio.js";
import { type ChiSquareTest, chiSquareTest } from "../result.js";
import { isDoubleZero, type Stratum } from "../zeroCells.js";

/** Tests that the odds ratio is the same in every stratum. */
export interface OddsRatioHomogeneity {
  readonly breslowDay: ChiSquareTest;
  readonly tarone: ChiSquareTest;
}

/**
 * Breslow and Day's Σ(a − A)²/V, A the expected cell at the pooled odds ratio and V = 1/(1/A + 1/B + 1/C + 1/D), with a
 * degree of freedom less than informative strata; Tarone's less (Σ(a − A))²/ΣV, which makes it exact for the
 * Mantel-Haenszel estimate. null where no stratum is informative.
 *
 * Breslow & Day 1980, Statistical Methods in Cancer Research I, eq. 4.30; Tarone 1985, Biometrika 72:91-95.
 */
export function oddsRatioHomogeneity(strata: readonly Stratum[], oddsRatio: number): OddsRatioHomogeneity | null {
  let [k, sum, difference, variance] = [0, 0, 0, 0];
  for (const stratum of strata) {
    if (isDoubleZero(stratum, "patients")) continue;
    const { a, n1, c, n2 } = stratum;
    const m = a + c;
    const A = cellAtOddsRatio({ n1, n2, m }, oddsRatio);
    const V = 1 / (1 / A + 1 / (n1 - A) + 1 / (m - A) + 1 / (n2 - m + A));
    k += 1;
    sum += (a - A) ** 2 / V;
    difference += a - A;
    variance += V;
  }
  if (k === 0) return null;
  const tarone = Math.max(0, sum - difference ** 2 / variance);
  return { breslowDay: chiSquareTest(sum, k - 1), tarone: chiSquareTest(tarone, k - 1) };
}
