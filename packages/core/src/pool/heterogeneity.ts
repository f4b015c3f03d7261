import { chiSquareCdf } from "../numerics/chiSquare.js";
import type { Estimate } from "./estimate.js";
import type { Bounds, Heterogeneity } from "./result.js";
import { testBased } from "./testBased.js";
import type { Weighted } from "./weighted.js";

/** Cochran's Q, the typical within-study variance s², and I² in percent. */
export interface Spread {
  readonly Q: number;
  /** null for one study. */
  readonly typicalVariance: number | null;
  readonly I2: number;
}

/**
 * Cochran's Q = Σw(y − μ)², the typical within-study variance s² = (k − 1)Σw/((Σw)² − Σw²) with w = 1/v (`atZero`: the sums at τ² = 0), and
 * I² = 100 τ²/(τ² + s²). For a common-effect model, where τ² is 0 by assumption, I² = 100 max(0, (Q − (k − 1))/Q).
 *
 * Cochran 1954, Biometrics 10:101-129; Higgins & Thompson 2002, Statistics in Medicine 21:1539-1558, eq. 9.
 */
export function spread(
  k: number,
  { w1, pairs, q1: Q }: Weighted,
  { tau2, commonEffect }: { tau2: number; commonEffect: boolean },
): Spread {
  const df = k - 1;
  if (df === 0) return { Q: 0, typicalVariance: null, I2: 0 };
  const typicalVariance = (df * w1) / (2 * pairs);
  return { Q, typicalVariance, I2: commonEffect ? I2FromQ(Q, df) : percent(tau2, typicalVariance) };
}

const I2FromQ = (Q: number, df: number): number => (Q > df ? 100 * ((Q - df) / Q) : 0);

/** τ² in percent of τ² + s²; divided first, since rounding may else lead beyond 100. */
const percent = (tau2: number, s2: number): number => 100 * (tau2 / (tau2 + s2));

/**
 * Everything a fit tells of heterogeneity: {@link spread}, the χ² test of Q, H² = (τ² + s²)/s² (Q/(k − 1) for a
 * common-effect model), their limits from those of τ², and those from Q alone ({@link testBased}).
 */
export function heterogeneity(
  k: number,
  { tau2, atZero, sums }: Estimate,
  { tau2Ci, commonEffect, level }: { tau2Ci: Bounds | null; commonEffect: boolean; level: number },
): Heterogeneity {
  const df = k - 1;
  const { Q, typicalVariance: s2, I2 } = spread(k, atZero, { tau2: tau2.value, commonEffect });
  if (s2 === null) return alone;
  const bounds = (of: (x: number) => number) =>
    tau2Ci === null ? null : { ...tau2Ci, lower: of(tau2Ci.lower), upper: of(tau2Ci.upper) };
  return {
    Q,
    df,
    p: chiSquareCdf(Q, df, { upper: true }),
    I2,
    H2: commonEffect ? Q / df : (tau2.value + s2) / s2,
    I2FromQ: I2FromQ(Q, df),
    H2FromQ: Q / df,
    ...testBased(Q, df, level),
    Rb: (100 * tau2.value * sums.w1) / k,
    typicalVariance: s2,
    I2Ci: bounds((x) => percent(x, s2)),
    H2Ci: bounds((x) => (x + s2) / s2),
  };
}

/** One study varies from no other: Q = 0 on 0 degrees of freedom, and no typical variance is defined. */
const alone: Heterogeneity = {
  Q: 0,
  df: 0,
  p: 1,
  I2: 0,
  H2: 1,
  I2FromQ: 0,
  H2FromQ: 1,
  I2FromQCi: null,
  H2FromQCi: null,
  Rb: 0,
  typicalVariance: null,
  I2Ci: null,
  H2Ci: null,
};
