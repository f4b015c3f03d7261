import { chiSquareCdf } from "../../numerics/chiSquare.js";
import type { Bounds } from "../../pool/result.js";
import { type MixedMaximum, maximiseMixed, startsOf } from "./maximiseMixed.js";
import type { MixedDesign } from "./mixedDesign.js";
import { profileVariance } from "./profileVariance.js";

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

/**
 * The variances of the highest restricted likelihood, and those of the terms with their intervals and tests.
 *
 * Self & Liang 1987, Journal of the American Statistical Association 82:605-610 (the test).
 */
export function termVariances(
  model: MixedDesign,
  level: number,
): { readonly best: MixedMaximum; readonly terms: readonly TermVariance[] } {
  const places = Array.from({ length: model.terms }, (_, term) => 1 + term);
  const starts = startsOf(model);
  const without = places.map((place) =>
    maximiseMixed(model, {
      starts: starts.map((start) => start.map((each, i) => (i === place ? 0 : each))),
      held: { place, at: 0 },
    }),
  );
  const best = maximiseMixed(model, { starts: [...starts, ...without.map(({ theta }) => theta)] });
  const terms = places.map((place, i): TermVariance => {
    const value = best.theta[place]!;
    const atZero = without[i]!.logLik;
    const ratio = value === 0 ? 0 : Math.max(0, 2 * (best.logLik - atZero));
    return {
      value,
      ci: profileVariance(model, best, { place, level, atZero }),
      ratio,
      p: ratio === 0 ? 1 : 0.5 * chiSquareCdf(ratio, 1, { upper: true }),
    };
  });
  return { best, terms };
}
