import { chiSquareCdf } from "../numerics/chiSquare.js";
import type { Bounds } from "../pool/result.js";
import { testBased } from "../pool/testBased.js";
import type { SparseMixedEffects } from "../sparse/mixedEffects.js";
import type { NetworkHeterogeneity } from "./result.js";

/**
 * Q and its χ² test, and I² = 100 τ²/(τ² + s²) with the typical within-study variance s² = df/tr(P) at τ² = 0; for a
 * common-effect model, where τ² is 0 by assumption, from Q.
 *
 * Higgins & Thompson 2002, Statistics in Medicine 21:1539-1558; Jackson, White & Riley 2012, Statistics in Medicine
 * 31:3805-3820.
 */
export function networkHeterogeneity(
  { atZero: { q1: Q, df }, tau2, at }: SparseMixedEffects,
  {
    tau2Ci,
    commonEffect,
    level,
  }: { readonly tau2Ci: Bounds | null; readonly commonEffect: boolean; readonly level: number },
): NetworkHeterogeneity {
  if (df === 0) return { Q: 0, df, p: 1, I2: 0, I2FromQ: 0, I2FromQCi: null, typicalVariance: null, I2Ci: null };
  const s2 = df / at(0).trP();
  const percent = (x: number) => 100 * (x / (x + s2));
  const I2FromQ = 100 * Math.max(0, 1 - df / Q);
  return {
    Q,
    df,
    p: chiSquareCdf(Q, df, { upper: true }),
    I2: commonEffect ? I2FromQ : percent(tau2.value),
    I2FromQ,
    I2FromQCi: testBased(Q, df, level).I2FromQCi,
    typicalVariance: s2,
    I2Ci: tau2Ci === null ? null : { ...tau2Ci, lower: percent(tau2Ci.lower), upper: percent(tau2Ci.upper) },
  };
}
