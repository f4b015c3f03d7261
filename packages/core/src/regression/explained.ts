import { dot } from "../linear/products.js";
import { tau2Estimators } from "../pool/tau2/index.js";
import { weighted } from "../pool/weighted.js";
import type { Design } from "./design.js";
import { projectOut, roots } from "./orthogonalise.js";
import { ofMean } from "./residualTau2/ofMean.js";
import type { LeastSquares } from "./weightedLeastSquares.js";
import { weightsAt } from "./weights.js";

/** What remains of a constant beyond the columns, in parts of its length, below which it is one of their combinations. */
const NEGLIGIBLE = 1e-7;

/**
 * R² = 100 (τ₀² − τ²)/τ₀², not below 0, τ₀² that of the mean alone by the same estimator; for a common-effect model
 * 100 (1 − (QE/(k − p))/(Q/(k − 1))).
 *
 * Raudenbush 1994, in The Handbook of Research Synthesis, ch. 20; López-López et al. 2014, British Journal of Mathematical and
 * Statistical Psychology 67:30-48.
 */
export function explained(
  { X, y, v }: Design,
  atZero: LeastSquares,
  { id, tau2 }: { readonly id: keyof typeof tau2Estimators; readonly tau2: number },
): { readonly R2: number | null; readonly tau2WithoutModerators: number | null } {
  const k = y.length;
  if (atZero.kept.length < 2 || atZero.df === 0 || !(X.some(isConstant) || holdsConstant(atZero, v)))
    return { R2: null, tau2WithoutModerators: null };
  const before = ofMean(tau2Estimators[id]).compute({ X, y, v }).value;
  const variance = (Q: number, df: number) => Q / df;
  const [without, within] =
    id === "EE" ? [variance(weighted(y, v, 0).q1, k - 1), variance(atZero.QE, atZero.df)] : [before, tau2];
  return {
    R2: without > 0 ? 100 * Math.max(0, 1 - within / without) : null,
    tau2WithoutModerators: before,
  };
}

function isConstant(column: Float64Array): boolean {
  return column[0] !== 0 && column.every((each) => each === column[0]);
}

function holdsConstant({ basis }: LeastSquares, v: Float64Array): boolean {
  const constant = roots(weightsAt(v, 0));
  const size = dot(constant, constant);
  projectOut(basis.Q, constant);
  return dot(constant, constant) < NEGLIGIBLE ** 2 * size;
}
