import type { StudyLikelihood } from "./component.js";
import { FLAT, fitEffect } from "./fitEffect.js";
import type { QuadratureRule } from "./gaussHermite.js";
import type { GlmmSolution } from "./model.js";
import { saturated } from "./saturated.js";

/** Fits N(θ, τ²) of study effects, and what heterogeneity is tested against. */
export function fitEffectModel(
  studies: readonly StudyLikelihood[],
  { rule, common, nuisances }: { rule: QuadratureRule; common: boolean; nuisances: number },
): GlmmSolution {
  const fit = fitEffect(studies, rule, common);
  return {
    ...fit,
    levels: null,
    parameters: nuisances + (common ? 1 : 2),
    saturated: saturated(studies.map(({ parts }) => parts)),
    converged: fit.gradient < FLAT,
  };
}
