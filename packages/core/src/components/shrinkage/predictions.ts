import type { MixedDesign } from "../../sparse/mixed/mixedDesign.js";
import type { MixedFit } from "../../sparse/mixed/mixedLikelihood.js";

/** Predicted effects of the random columns with the covariances of their errors, and their mean where it is estimated. */
export interface Predictions {
  readonly estimates: readonly number[];
  readonly vcov: readonly (readonly number[])[];
  readonly mean: { readonly estimate: number; readonly se: number } | null;
  readonly effectiveDf: number;
}

/**
 * Mean and difference from it together, which have the covariances of the mixed-model equations, C. Effective degrees of freedom are
 * the trace of the hat matrix: the fixed ones, and of each random column 1 − C/variance.
 *
 * Hodges & Sargent 2001, Biometrika 88:367-379.
 */
export function predictions(
  { fixed, termOf, design: { p } }: MixedDesign,
  theta: Float64Array,
  { effects, vcov: C }: MixedFit,
): Predictions {
  const columns = Array.from(termOf, (term, i) => (fixed === 1 && term === 0 ? [0, fixed + i] : [fixed + i]));
  const covariance = (some: readonly number[], others: readonly number[]) =>
    some.reduce((sum, i) => sum + others.reduce((inner, j) => inner + C[i * p + j]!, 0), 0);
  return {
    estimates: columns.map((own) => own.reduce((sum, i) => sum + effects[i]!, 0)),
    vcov: columns.map((own) => columns.map((other) => covariance(own, other))),
    mean: fixed === 1 ? { estimate: effects[0]!, se: Math.sqrt(C[0]!) } : null,
    effectiveDf: termOf.reduce((sum, term, i) => {
      const variance = theta[1 + term]!;
      return variance === 0 ? sum : sum + 1 - C[(fixed + i) * (p + 1)]! / variance;
    }, fixed),
  };
}
