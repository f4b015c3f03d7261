import { normalCdf } from "../../numerics/normal.js";
import { criticalValue } from "../../numerics/quantileCache.js";
import { tTwoSided } from "../../numerics/studentT.js";
import { coefficientOf, type LeastSquares } from "../../regression/weightedLeastSquares.js";
import { dispersedFit } from "../dispersedFit.js";
import { type Asymmetry, type Coefficient, nothing, untestable } from "./result.js";

/** Points of a line, their weights, and what its ends mean. */
export interface Line {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly w: Float64Array;
}

/** How a line is read. */
export interface Reading {
  /** Whether the intercept is the effect in a study of unlimited size. */
  readonly limit: boolean;
  readonly level: number;
}

/** The columns of a straight line. */
export function lineThrough(x: Float64Array): readonly Float64Array[] {
  return [new Float64Array(x.length).fill(1), x];
}

/**
 * Weighted regression of y on x whose variance is a multiple φ = Σw(y − a − bx)²/(k − 2) of the inverse weights, and
 * the t test of its slope with k − 2 degrees of freedom.
 *
 * Egger, Davey Smith, Schneider & Minder 1997, BMJ 315:629-634; in this form Thompson & Sharp 1999, Statistics in
 * Medicine 18:2693-2708.
 */
export function dispersedLine({ x, y, w }: Line, reading: Reading): Asymmetry {
  const fit = dispersedFit(lineThrough(x), y, w);
  const { dispersion, df } = fit;
  return { ...slopeTest(fit, { ...reading, dispersion, df }), dispersion };
}

/** The test of the slope of a fitted line, by t with `df` degrees of freedom or (null) by the normal distribution. */
export function slopeTest(
  fit: LeastSquares,
  { limit, level, dispersion, df }: Reading & { readonly dispersion: number; readonly df: number | null },
): Asymmetry {
  const coefficient = (column: number): Coefficient | null => {
    const found = coefficientOf(fit, column);
    return found && { value: found.value, se: Math.sqrt(dispersion * found.variance) };
  };
  const intercept = coefficient(0);
  const slope = coefficient(1);
  if (intercept === null || slope === null)
    return untestable("All studies have the same predictor: no line has a slope.");
  const half = criticalValue(level, df) * intercept.se;
  const { value } = intercept;
  const method = df === null ? "z" : "t";
  return {
    ...nothing,
    ...twoSided(slope, df),
    asymmetry: slope,
    intercept,
    limit: limit ? { estimate: value, lower: value - half, upper: value + half, level, method } : null,
  };
}

/** The test of a coefficient against 0; without a statistic where the points lie on the line. */
export function twoSided({ value, se }: Coefficient, df: number | null): Pick<Asymmetry, "statistic" | "df" | "p"> {
  if (se === 0) return { statistic: null, df, p: value === 0 ? 1 : 0 };
  const statistic = value / se;
  return { statistic, df, p: df === null ? 2 * normalCdf(-Math.abs(statistic)) : tTwoSided(statistic, df) };
}
