import { dot } from "../../linear/products.js";
import { chiSquareCdf } from "../../numerics/chiSquare.js";
import type { Design } from "../design.js";
import type { MixedEffects } from "../mixedEffects.js";
import { orthogonalise, projectOut } from "../orthogonalise.js";
import { regressionStatistics } from "../regressionStatistics.js";
import type { ScaleRatioTest } from "./result.js";

/** What remains of a constant beyond the columns of Z, in parts of its length, below which it is one of their combinations. */
const NEGLIGIBLE = 1e-7;

/**
 * Likelihood-ratio test of log τ² = Zα against one τ² for all, by the likelihood that both maximise; null where Z does not
 * hold the constant, or nothing but the constant.
 */
export function scaleRatioTest(
  {
    design,
    Z,
    method,
  }: { readonly design: Design; readonly Z: readonly Float64Array[]; readonly method: "REML" | "ML" },
  common: MixedEffects,
  logLik: number,
): ScaleRatioTest | null {
  const k = design.y.length;
  const { Q } = orthogonalise(Z, new Float64Array(k).fill(1));
  const constant = new Float64Array(k).fill(1);
  projectOut(Q, constant);
  if (Q.length < 2 || dot(constant, constant) > NEGLIGIBLE ** 2 * k) return null;
  const tau2 = common.tau2.value;
  const reduced = regressionStatistics(design, common.fit, { tau2, fixedTau2: false })[method]!.logLik;
  const statistic = Math.max(0, 2 * (logLik - reduced));
  const df = Q.length - 1;
  return { statistic, df, p: chiSquareCdf(statistic, df, { upper: true }), common: { tau2, logLik: reduced } };
}
