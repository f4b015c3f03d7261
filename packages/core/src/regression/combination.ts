import { dot } from "../linear/products.js";
import { normalCdf } from "../numerics/normal.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { tTwoSided } from "../numerics/studentT.js";
import { alongBasis, type CoefficientSpace } from "./coefficientSpace.js";
import type { RegressionCoefficient } from "./result.js";

/** The estimate of a combination of the coefficients kept, its interval and its test against 0. */
export function combination(space: CoefficientSpace, name: string, kept: Float64Array): RegressionCoefficient {
  const { scaled, level, method, fit } = space;
  const { factor, df } = scaled;
  const along = alongBasis(space, kept);
  const estimate = dot(kept, fit.beta);
  const se = Math.sqrt(factor * dot(along, along));
  const half = halfWidth(level, { se, df });
  const ci = { lower: estimate - half, upper: estimate + half, level, method };
  if (se === 0) return { name, estimate, se, statistic: null, df, p: estimate === 0 ? 1 : 0, ci };
  const statistic = estimate / se;
  const p = df === null ? 2 * normalCdf(-Math.abs(statistic)) : tTwoSided(statistic, df);
  return { name, estimate, se, statistic, df, p, ci };
}
