import { dot } from "../linear/products.js";
import { type CoefficientSpace, coefficientSpace } from "./coefficientSpace.js";
import { type RegressionInterval, regressionIntervals } from "./intervals.js";
import type { LeastSquares } from "./weightedLeastSquares.js";

/** The coefficients of a fit with their tests by the chosen interval; by "z" without degrees of freedom. */
export function spaceOf(
  fit: LeastSquares,
  {
    interval,
    ...rest
  }: { readonly interval: RegressionInterval } & Pick<CoefficientSpace, "names" | "aliased" | "level">,
): CoefficientSpace {
  const { df, QE } = fit;
  const rule = df === 0 ? regressionIntervals.z : interval;
  return coefficientSpace(fit, {
    ...rest,
    scaled: rule.compute({ QE: isRounding(fit) ? 0 : QE, df }),
    method: rule.id,
  });
}

/** Squared residuals in parts of squared effects, below which they are rounding. */
const ROUNDING = 1e-28;

/** Whether residuals are as small as the rounding of effects makes them where they lie on the line, each by its share 1 − h. */
function isRounding({ QE, shares, basis: { Q }, residuals }: LeastSquares): boolean {
  if (QE > ROUNDING * (QE + dot(shares, shares))) return false;
  let size = 0;
  for (let i = 0; i < residuals.length; i++) {
    let effect = residuals[i]!;
    let free = 1;
    for (let j = 0; j < Q.length; j++) {
      const q = Q[j]![i]!;
      effect += q * shares[j]!;
      free -= q * q;
    }
    size += effect * effect * Math.max(free, 0);
  }
  return QE <= ROUNDING * size;
}
