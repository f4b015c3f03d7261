import { dot } from "../linear/products.js";
import { chiSquareCdf } from "../numerics/chiSquare.js";
import { fCdf } from "../numerics/fDistribution.js";
import { alongBasis, type CoefficientSpace } from "./coefficientSpace.js";
import { orthogonalise, projectOut } from "./orthogonalise.js";
import type { WaldTest } from "./result.js";

/**
 * The Wald test that combinations of the coefficients kept are all 0, (Lβ)′(LVL′)⁻¹Lβ: the squared length of Q′√W y along the
 * rows of LR⁻¹. A combination that follows from those before it counts for nothing. Divided by its degrees of freedom it is
 * F where the interval has a t distribution.
 *
 * Knapp & Hartung 2003, Statistics in Medicine 22:2693-2710; Viechtbauer 2010, Journal of Statistical Software 36(3).
 */
export function waldOf(space: CoefficientSpace, names: readonly string[], rows: readonly Float64Array[]): WaldTest {
  const { fit, scaled } = space;
  const { factor, df: df2 } = scaled;
  const directions = rows.map((row) => alongBasis(space, row));
  const { Q } = orthogonalise(directions, new Float64Array(fit.beta.length).fill(1));
  const shares = projectOut(Q, Float64Array.from(fit.shares));
  const df1 = Q.length;
  const squares = dot(shares, shares);
  if (factor === 0) return { names, statistic: null, df1, df2, p: squares === 0 ? 1 : 0 };
  const chiSquare = squares / factor;
  if (df2 === null) return { names, statistic: chiSquare, df1, df2, p: chiSquareCdf(chiSquare, df1, { upper: true }) };
  const F = chiSquare / df1;
  return { names, statistic: F, df1, df2, p: fCdf(F, { df1, df2 }, { upper: true }) };
}

/** The combinations that are single coefficients. */
export function units(places: readonly number[], p: number): readonly Float64Array[] {
  return places.map((place) => {
    const unit = new Float64Array(p);
    unit[place] = 1;
    return unit;
  });
}
