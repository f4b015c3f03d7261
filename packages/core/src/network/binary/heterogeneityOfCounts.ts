import { chiSquareCdf } from "../../numerics/chiSquare.js";
import { testBased } from "../../pool/testBased.js";
import type { NetworkHeterogeneity } from "../result.js";
import type { BinarySolution } from "./method.js";

/** The method's χ² test, and I²: from Q for a common effect, else 100 τ²/(τ² + s²) with the typical variance of log odds ratios. */
export function heterogeneityOfCounts(
  { Q, tau }: BinarySolution,
  {
    df,
    tau2,
    typicalVariance,
    level,
  }: { readonly df: number; readonly tau2: number; readonly typicalVariance: number | null; readonly level: number },
): NetworkHeterogeneity {
  if (df === 0) return { Q: 0, df, p: 1, I2: 0, I2FromQ: 0, I2FromQCi: null, typicalVariance: null, I2Ci: null };
  const I2FromQ = Q > df ? 100 * (1 - df / Q) : 0;
  return {
    Q,
    df,
    p: chiSquareCdf(Q, df, { upper: true }),
    I2: tau === null || typicalVariance === null ? I2FromQ : 100 * (tau2 / (tau2 + typicalVariance)),
    I2FromQ,
    I2FromQCi: testBased(Q, df, level).I2FromQCi,
    typicalVariance: tau === null ? null : typicalVariance,
    I2Ci: null,
  };
}
