import { criticalValue } from "../numerics/quantileCache.js";
import type { Heterogeneity } from "./result.js";

/**
 * Test-based limits of H² = max(1, Q/(k − 1)) and of I² = 100 (H² − 1)/H², from the standard error of ln H:
 * ½ (ln Q − ln(k − 1))/(√(2Q) − √(2k − 3)) for Q > k, else √((1 − 1/(3(k − 2)²))/(2(k − 2))); limits of H below 1 are 1.
 * null for two studies with Q ≤ k, where the standard error does not exist.
 *
 * Higgins & Thompson 2002, Statistics in Medicine 21:1539-1558, appendix A2.
 */
export function testBased(
  Q: number,
  df: number,
  level: number,
): { I2FromQCi: Heterogeneity["I2FromQCi"]; H2FromQCi: Heterogeneity["H2FromQCi"] } {
  const k = df + 1;
  if (Q <= k && k === 2) return { I2FromQCi: null, H2FromQCi: null };
  const se =
    Q > k
      ? (0.5 * (Math.log(Q) - Math.log(df))) / (Math.sqrt(2 * Q) - Math.sqrt(2 * k - 3))
      : Math.sqrt((1 - 1 / (3 * (k - 2) ** 2)) / (2 * (k - 2)));
  const half = criticalValue(level, null) * se;
  const logH = 0.5 * Math.log(Math.max(1, Q / df));
  const method = "test-based";
  const lower = Math.max(1, Math.exp(2 * (logH - half)));
  const upper = Math.max(1, Math.exp(2 * (logH + half)));
  const I2 = (H2: number) => 100 * (1 - 1 / H2);
  return {
    I2FromQCi: { lower: I2(lower), upper: I2(upper), level, method },
    H2FromQCi: { lower, upper, level, method },
  };
}
