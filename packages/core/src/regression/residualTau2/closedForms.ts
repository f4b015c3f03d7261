import { commonEffect } from "../../pool/tau2/commonEffect.js";
import { hunterSchmidt, hunterSchmidtCorrected } from "../../pool/tau2/hunterSchmidt.js";
import { sidikJonkman } from "../../pool/tau2/sidikJonkman.js";
import { orthogonalise } from "../orthogonalise.js";
import { type LeastSquares, weightedLeastSquares } from "../weightedLeastSquares.js";
import { weightsAt } from "../weights.js";
import { closedForm, like } from "./estimator.js";
import { quadraticForm } from "./quadraticForm.js";

/** No heterogeneity is left, by assumption. */
export const residualCommonEffect = like(commonEffect, {
  compute: () => ({ ...closedForm(0), atBoundary: false }),
  standardError: () => null,
});

/** τ² = (QE − k)/Σw, w = 1/v. */
export const residualHunterSchmidt = like(hunterSchmidt, {
  compute: ({ X, y, v }) => {
    const { QE } = weightedLeastSquares(X, y, weightsAt(v, 0));
    return closedForm((QE - y.length) / sumOfWeights(v));
  },
  standardError: ({ v }, tau2, { atZero }) => errorOfQE(v, tau2, atZero) / sumOfWeights(v),
});

/** τ² = (QE k/(k − p) − k)/Σw. */
export const residualHunterSchmidtCorrected = like(hunterSchmidtCorrected, {
  compute: ({ X, y, v }) => {
    const { QE, df } = weightedLeastSquares(X, y, weightsAt(v, 0));
    const k = y.length;
    return closedForm(((k / df) * QE - k) / sumOfWeights(v));
  },
  standardError: ({ v }, tau2, { atZero }) => ((v.length / atZero.df) * errorOfQE(v, tau2, atZero)) / sumOfWeights(v),
});

/** τ² = τ₀² QE(τ₀²)/(k − p), τ₀² = Σ(y − ȳ)²/k the crude variance of the effects, in the standard error taken as known. */
export const residualSidikJonkman = like(sidikJonkman, {
  compute: ({ X, y, v }) => {
    const crude = crudeVariance(y);
    if (crude === 0) return closedForm(0);
    const { QE, df } = weightedLeastSquares(X, y, weightsAt(v, crude));
    return closedForm((crude * QE) / df);
  },
  standardError: ({ X, y, v }, tau2, { fit }) => {
    const crude = crudeVariance(y);
    if (crude === 0) return 0;
    const w = weightsAt(v, crude);
    const { variance } = quadraticForm(orthogonalise(X, w).Q, w, { v, tau2 });
    return (crude * Math.sqrt(variance)) / fit.df;
  },
});

function sumOfWeights(v: Float64Array): number {
  return weightsAt(v, 0).reduce((sum, each) => sum + each, 0);
}

function errorOfQE(v: Float64Array, tau2: number, { basis }: LeastSquares): number {
  return Math.sqrt(quadraticForm(basis.Q, weightsAt(v, 0), { v, tau2 }).variance);
}

function crudeVariance(y: Float64Array): number {
  const mean = y.reduce((sum, each) => sum + each, 0) / y.length;
  return y.reduce((sum, each) => sum + (each - mean) ** 2, 0) / y.length;
}
