import { type LeastSquares, weightedLeastSquares } from "../regression/weightedLeastSquares.js";

/** A weighted fit whose variance is a multiple φ of the inverse weights. */
export interface DispersedFit extends LeastSquares {
  /** φ = QE/df */
  readonly dispersion: number;
}

/** Residuals smaller than this part of the largest effect are rounding. */
const ROUNDING = 1e-13;

/**
 * Weighted least squares with φ estimated from the residuals. Where the effects lie on the fit but for rounding, φ is 0,
 * and so is the coefficient of a predictor by which they do not change: a test of such numbers would test the rounding.
 * The first column is the constant.
 */
export function dispersedFit(X: readonly Float64Array[], y: Float64Array, w: Float64Array): DispersedFit {
  const fit = weightedLeastSquares(X, y, w);
  const negligible = ROUNDING * largest(y);
  const isExact = fit.residuals.every((each, i) => Math.abs(each) <= negligible * Math.sqrt(w[i]!));
  if (!isExact) return { ...fit, dispersion: fit.QE / fit.df };
  const beta = fit.beta.map((value, place) => {
    const column = fit.kept[place]!;
    return column > 0 && Math.abs(value) * spread(X[column]!) <= negligible ? 0 : value;
  });
  return { ...fit, beta, QE: 0, dispersion: 0 };
}

function largest(values: Float64Array): number {
  return values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
}

function spread(values: Float64Array): number {
  const [least, most] = values.reduce(
    ([a, b], each) => [Math.min(a, each), Math.max(b, each)],
    [values[0]!, values[0]!],
  );
  return most - least;
}
