import { commonEffect } from "../../pool/tau2/commonEffect.js";
import { hunterSchmidt, hunterSchmidtCorrected } from "../../pool/tau2/hunterSchmidt.js";
import { sidikJonkman } from "../../pool/tau2/sidikJonkman.js";
import { mixedSums } from "../mixedSums.js";
import { closedForm, like } from "./estimator.js";

/** No heterogeneity is left, by assumption. */
export const residualCommonEffect = like(commonEffect, () => ({ ...closedForm(0), atBoundary: false }));

/** τ² = (QE − k)/Σw, w = 1/v. */
export const residualHunterSchmidt = like(hunterSchmidt, (design) => {
  const { q1, w1 } = mixedSums(design, 0);
  return closedForm((q1 - design.y.length) / w1);
});

/** τ² = (QE k/(k − p) − k)/Σw. */
export const residualHunterSchmidtCorrected = like(hunterSchmidtCorrected, (design) => {
  const { q1, w1, fit } = mixedSums(design, 0);
  const k = design.y.length;
  return closedForm(((k / fit.df) * q1 - k) / w1);
});

/** τ² = τ₀² QE(τ₀²)/(k − p), τ₀² = Σ(y − ȳ)²/k the crude variance of the effects. */
export const residualSidikJonkman = like(sidikJonkman, (design) => {
  const { y } = design;
  const mean = y.reduce((sum, each) => sum + each, 0) / y.length;
  const crude = y.reduce((sum, each) => sum + (each - mean) ** 2, 0) / y.length;
  if (crude === 0) return closedForm(0);
  const { q1, fit } = mixedSums(design, crude);
  return closedForm((crude * q1) / fit.df);
});
