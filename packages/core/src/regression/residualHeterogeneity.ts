import { chiSquareCdf } from "../numerics/chiSquare.js";
import type { Bounds } from "../pool/result.js";
import { projectionTrace } from "./projectionTraces.js";
import type { ResidualHeterogeneity } from "./result.js";
import type { LeastSquares } from "./weightedLeastSquares.js";
import { weightsAt } from "./weights.js";

/**
 * QE and its χ² test, I² = 100 τ²/(τ² + s²) and H² = (τ² + s²)/s² with the typical within-study variance
 * s² = (k − p)/tr(P) at τ² = 0; for a common-effect model, where τ² is 0 by assumption, from QE.
 *
 * Higgins & Thompson 2002, Statistics in Medicine 21:1539-1558, for any X as in Viechtbauer 2010, Journal of Statistical
 * Software 36(3).
 */
export function residualHeterogeneity(
  { QE, df, basis }: LeastSquares,
  v: Float64Array,
  {
    tau2,
    tau2Ci,
    commonEffect,
  }: { readonly tau2: number; readonly tau2Ci: Bounds | null; readonly commonEffect: boolean },
): ResidualHeterogeneity {
  if (df === 0) return { QE: 0, df, p: 1, I2: 0, H2: 1, typicalVariance: null, I2Ci: null, H2Ci: null };
  const s2 = df / projectionTrace(basis.Q, weightsAt(v, 0));
  const I2 = (x: number) => 100 * (x / (x + s2));
  const H2 = (x: number) => (x + s2) / s2;
  const bounds = (of: (x: number) => number) =>
    tau2Ci === null ? null : { ...tau2Ci, lower: of(tau2Ci.lower), upper: of(tau2Ci.upper) };
  return {
    QE,
    df,
    p: chiSquareCdf(QE, df, { upper: true }),
    I2: commonEffect ? 100 * Math.max(0, 1 - df / QE) : I2(tau2),
    H2: commonEffect ? QE / df : H2(tau2),
    typicalVariance: s2,
    I2Ci: bounds(I2),
    H2Ci: bounds(H2),
  };
}
