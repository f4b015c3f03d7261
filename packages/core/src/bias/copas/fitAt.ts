import { cholesky, choleskyInverse } from "../../linear/cholesky.js";
import { hessianOfGradient } from "../../numerics/hessian.js";
import type { BoxedMinimum } from "../../numerics/minimiseInBox.js";
import { search } from "../selection/search.js";
import { type CopasParameters, type CopasStudies, minusLogLikelihood } from "./likelihood.js";

/** The highest of the maxima found from several starts of equal length. */
export function highest(studies: CopasStudies, starts: readonly (readonly number[] | CopasParameters)[]): BoxedMinimum {
  const gradientAt = (x: CopasParameters) => {
    const gradient = new Float64Array(x.length);
    minusLogLikelihood(studies, x, gradient);
    return gradient;
  };
  const evaluate = (x: CopasParameters) => {
    const gradient = new Float64Array(x.length);
    const value = minusLogLikelihood(studies, x, gradient);
    return { value, gradient, hessian: hessianOfGradient(gradientAt, x) };
  };
  return search(evaluate, starts, unbounded(starts[0]?.length ?? 0)).best;
}

function unbounded(n: number) {
  return {
    lower: new Array<number>(n).fill(Number.NEGATIVE_INFINITY),
    upper: new Array<number>(n).fill(Number.POSITIVE_INFINITY),
  };
}

/** Of μ, from the observed information; null where that is not positive definite. */
export function standardErrorOfMu({ hessian, x }: BoxedMinimum): number | null {
  const L = cholesky(hessian, x.length);
  return L === null ? null : Math.sqrt(choleskyInverse(L, x.length)[0]!);
}
