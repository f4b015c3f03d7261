import { chiSquareCdf } from "../../numerics/chiSquare.js";
import type { Bounds } from "../../pool/result.js";
import { type MixedMaximum, maximiseMixed, scalesOf } from "./maximiseMixed.js";
import type { MixedDesign } from "./mixedDesign.js";
import { profileVariance } from "./profileVariance.js";
import { withoutTerm } from "./withoutTerm.js";

/** How far effects that are drawn from one distribution are apart. */
export interface TermVariance {
  readonly value: number;
  /** By profile likelihood. */
  readonly ci: Bounds;
  /** Likelihood ratio against a variance of 0. */
  readonly ratio: number;
  /** By half of χ² with 1 degree of freedom, the variance being at its bound. */
  readonly p: number;
}

/** The maximum, and those of the models without one of the terms. */
export interface NestedMaxima {
  readonly best: MixedMaximum;
  readonly without: readonly MixedMaximum[];
}

/**
 * The highest restricted likelihood with and without each term. The search with all starts where each variance is of the size of the
 * rows' own, and where the others are best without one.
 */
export function nestedMaxima(model: MixedDesign, reduced = reducedModels(model)): NestedMaxima {
  const without = reduced.map((each) => maximiseMixed(each));
  const ends = without.map(({ theta }, term) =>
    Float64Array.of(...theta.slice(0, 1 + term), 0, ...theta.slice(1 + term)),
  );
  return { best: maximiseMixed(model, { starts: [scalesOf(model), ...ends] }), without };
}

/** The models without one of the terms. */
export function reducedModels(model: MixedDesign): readonly MixedDesign[] {
  return Array.from({ length: model.terms }, (_, term) => withoutTerm(model, term));
}

/** Twice the difference of log-likelihoods; 0 where the variance is. */
export function likelihoodRatio({ best, without }: NestedMaxima, term: number): number {
  return best.theta[1 + term] === 0 ? 0 : Math.max(0, 2 * (best.logLik - without[term]!.logLik));
}

/**
 * The variances of the highest restricted likelihood, and those of the terms with their intervals and tests.
 *
 * Self & Liang 1987, Journal of the American Statistical Association 82:605-610 (the test).
 */
export function termVariances(
  model: MixedDesign,
  level: number,
): { readonly best: MixedMaximum; readonly terms: readonly TermVariance[] } {
  const maxima = nestedMaxima(model);
  const { best, without } = maxima;
  const terms = without.map(({ logLik: atZero }, term): TermVariance => {
    const ratio = likelihoodRatio(maxima, term);
    return {
      value: best.theta[1 + term]!,
      ci: profileVariance(model, best, { place: 1 + term, level, atZero }),
      ratio,
      p: ratio === 0 ? 1 : 0.5 * chiSquareCdf(ratio, 1, { upper: true }),
    };
  });
  return { best, terms };
}
