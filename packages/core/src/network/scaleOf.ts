import { type RegressionInterval, regressionIntervals, type Scaled } from "../regression/intervals.js";
import type { SparseLeastSquares } from "../sparse/sparseLeastSquares.js";

/** The interval of every effect: by which factor variances are multiplied, which distribution, at what level. */
export interface Scale extends Scaled {
  readonly method: string;
  readonly level: number;
}

/** Squared residuals in parts of squared effects, below which they are rounding. */
const ROUNDING = 1e-28;

/** By the chosen rule; by "z" where no degrees of freedom are left. */
export function scaleOf(
  { w, residuals, q1, df }: Pick<SparseLeastSquares, "w" | "residuals" | "q1" | "df">,
  y: Float64Array,
  { interval, level }: { readonly interval: RegressionInterval; readonly level: number },
): Scale {
  const rule = df === 0 ? regressionIntervals.z : interval;
  const size = w.reduce((sum, weight, i) => sum + weight * (y[i]! ** 2 + residuals[i]! ** 2), 0);
  const QE = q1 > ROUNDING * size ? q1 : 0;
  return { ...rule.compute({ QE, df }), method: rule.id, level };
}
