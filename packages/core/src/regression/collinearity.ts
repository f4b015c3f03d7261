import type { TermColumns } from "../formula/modelMatrix.js";
import { cholesky, choleskyInverse, choleskyLogDeterminant } from "../linear/cholesky.js";
import { dot } from "../linear/products.js";
import { symmetricEigen } from "../linear/symmetricEigen.js";
import type { Collinearity } from "./result.js";
import type { LeastSquares } from "./weightedLeastSquares.js";

interface Columns {
  readonly names: readonly string[];
  readonly intercept: number | null;
  readonly terms: readonly TermColumns[];
}

/**
 * How nearly columns follow from each other. The variance inflation factor of a coefficient is the diagonal element of the
 * inverse correlation matrix of the coefficients without the constant; of a term with several columns
 * |R₁||R₂|/|R|, R the correlation matrix and R₁ and R₂ its parts within the term and without it.
 *
 * Fox & Monette 1992, Journal of the American Statistical Association 87:178-183; condition number: Belsley, Kuh & Welsch
 * 1980, Regression Diagnostics, ch. 3.
 */
export function collinearity(fit: LeastSquares, { names, intercept, terms }: Columns): Collinearity {
  const conditionNumber = conditionOf(fit);
  const hasConstant = intercept !== null && fit.kept.includes(intercept);
  const places = fit.kept.flatMap((column, place) => (column === intercept ? [] : [place]));
  const R = correlations(fit, places);
  const L = cholesky(R, places.length);
  if (!hasConstant || places.length === 0 || L === null) return { vif: [], gvif: [], conditionNumber };
  const inverse = choleskyInverse(L, places.length);
  const whole = choleskyLogDeterminant(L, places.length);
  const vif = places.map((place, i) => ({
    name: names[fit.kept[place]!]!,
    value: Math.max(1, inverse[i * places.length + i]!),
  }));
  return {
    vif,
    gvif: terms.flatMap(({ term, columns }) => {
      const isOfTerm = (place: number) => columns.includes(fit.kept[place]!);
      const own = places.filter(isOfTerm);
      const df = own.length;
      if (df === 0) return [];
      const others = places.filter((place) => !isOfTerm(place));
      const value = df === 1 ? vif[places.indexOf(own[0]!)]!.value : generalised(fit, own, others, whole);
      return [{ term, df, value, perDf: value ** (1 / (2 * df)) }];
    }),
    conditionNumber,
  };
}

function correlations({ vcov, beta }: LeastSquares, places: readonly number[]): Float64Array {
  const p = beta.length;
  return Float64Array.from(
    places.flatMap((i) => places.map((j) => vcov[i * p + j]! / Math.sqrt(vcov[i * p + i]! * vcov[j * p + j]!))),
  );
}

function generalised(fit: LeastSquares, own: readonly number[], others: readonly number[], whole: number): number {
  return Math.max(1, Math.exp(logDeterminant(fit, own) + logDeterminant(fit, others) - whole));
}

function logDeterminant(fit: LeastSquares, places: readonly number[]): number {
  const L = cholesky(correlations(fit, places), places.length);
  return L === null ? Number.NEGATIVE_INFINITY : choleskyLogDeterminant(L, places.length);
}

function conditionOf({ basis: { R } }: LeastSquares): number {
  const p = R.length;
  const unit = R.map((column) => {
    const length = Math.sqrt(dot(column, column));
    const out = new Float64Array(p);
    for (let m = 0; m < column.length; m++) out[m] = column[m]! / length;
    return out;
  });
  const { values } = symmetricEigen(Float64Array.from(unit.flatMap((a) => unit.map((b) => dot(a, b)))), p);
  const largest = values[0]!;
  return Math.sqrt(largest / Math.max(values.at(-1)!, Number.EPSILON * largest));
}
