import { bilinear } from "../linear/products.js";
import { normalCdf } from "../numerics/normal.js";
import { halfWidth } from "../numerics/quantileCache.js";
import { tTwoSided } from "../numerics/studentT.js";
import type { Interval } from "../pool/result.js";
import { invertTriangle } from "../regression/weightedLeastSquares.js";
import type { Likelihood } from "./model/likelihood.js";
import type { Prepared } from "./model/prepare.js";
import type { CoefficientTest } from "./tests/test.js";

/** Coefficients of the columns kept, in the units of the data. */
export interface FixedPart {
  readonly beta: Float64Array;
  readonly vcov: Float64Array;
  /** Degrees of freedom of a combination of coefficients; null: normal distribution. */
  readonly df: (combination: Float64Array) => number | null;
}

/** Leads from the columns of the model back to those of the data. */
export function fixedPart({ R, beta, scale }: Prepared, at: Likelihood, { vcov, df }: CoefficientTest): FixedPart {
  const p = beta.length;
  const inverse = invertTriangle(R);
  const toModel = Array.from({ length: p }, (_, i) =>
    Float64Array.from({ length: p }, (_each, m) => (m >= i ? inverse[m]![i]! : 0)),
  );
  const out = new Float64Array(p * p);
  for (let i = 0; i < p; i++)
    for (let j = 0; j < p; j++) out[i * p + j] = scale ** 2 * bilinear(toModel[i]!, vcov, toModel[j]!);
  return {
    beta: beta.map((each, i) => each + scale * toModel[i]!.reduce((sum, share, m) => sum + share * at.beta[m]!, 0)),
    vcov: out,
    df: (combination) => {
      const direction = new Float64Array(p);
      for (const [i, share] of combination.entries())
        for (let m = 0; m < p; m++) direction[m]! += share * toModel[i]![m]!;
      return df(direction);
    },
  };
}

/** Interval and test of one coefficient. */
export function intervalOf(
  { beta, vcov, df }: FixedPart,
  place: number,
  { level, method }: { readonly level: number; readonly method: string },
): Interval {
  const p = beta.length;
  const unit = new Float64Array(p);
  unit[place] = 1;
  const estimate = beta[place]!;
  const se = Math.sqrt(vcov[place * p + place]!);
  const freedom = df(unit);
  const half = halfWidth(level, { se, df: freedom });
  const statistic = estimate / se;
  return {
    lower: estimate - half,
    upper: estimate + half,
    level,
    method,
    se,
    df: freedom,
    statistic,
    p: freedom === null ? 2 * normalCdf(-Math.abs(statistic)) : tTwoSided(statistic, freedom),
  };
}
