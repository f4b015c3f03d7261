import { tTwoSided } from "../../numerics/studentT.js";
import { coefficientOf } from "../../regression/weightedLeastSquares.js";
import { dispersedFit } from "../dispersedFit.js";
import type { CorrectedMean, TestedCoefficient } from "./method.js";

/**
 * The intercept of y on a predictor (the mean, without one) with weights 1/v and a variance φ/w, φ = QE/df:
 * heterogeneity multiplies the variances. Where the predictor is the same for all studies it has no coefficient, and
 * the intercept is the mean.
 */
export function dispersedIntercept(
  y: Float64Array,
  v: Float64Array,
  x: Float64Array | null,
): Omit<CorrectedMean, "used"> {
  const ones = new Float64Array(y.length).fill(1);
  const weights = v.map((variance) => 1 / variance);
  const fit = dispersedFit(x === null ? [ones] : [ones, x], y, weights);
  const { df, dispersion } = fit;
  const tested = (column: number): TestedCoefficient | null => {
    const found = coefficientOf(fit, column);
    if (found === null) return null;
    const { value, variance } = found;
    const se = Math.sqrt(dispersion * variance);
    const statistic = se === 0 ? null : value / se;
    return { value, se, statistic, p: statistic === null ? Number(value === 0) : tTwoSided(statistic, df) };
  };
  const { value, se } = tested(0)!;
  const slope = x === null ? null : tested(1);
  const notes = x !== null && slope === null ? ["All studies have the same standard error: this is their mean."] : [];
  return { estimate: value, se, df, slope, k: y.length, notes };
}
