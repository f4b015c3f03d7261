import { cholesky, choleskyInverse } from "../linear/cholesky.js";
import { bilinear } from "../linear/products.js";
import { submatrix } from "../linear/submatrix.js";
import type { RandomTerm } from "./random/term.js";
import type { VarianceComponent } from "./result.js";
import type { Maximum } from "./search/maximise.js";
import { pairOf } from "./structures/pairOf.js";
import type { Covariance, Parameter } from "./structures/structure.js";

/** The variances and correlations of every term as a reader knows them, with standard errors by the delta method. */
export function componentsOf(
  terms: readonly RandomTerm[],
  covariances: readonly Covariance[],
  { x, hessian, free }: Maximum,
  scale: number,
): readonly (readonly VarianceComponent[])[] {
  const L = cholesky(submatrix(hessian, x.length, free), free.length);
  const spread = L === null ? null : choleskyInverse(L, free.length);
  let first = 0;
  return terms.map((term, t) => {
    const from = first;
    first += term.parameters.length;
    return term.parameters.map((parameter, i): VarianceComponent => {
      const { value, slope } = reported(parameter, { theta: x, from, at: from + i }, term, covariances[t]!);
      const isVariance = parameter.kind === "variance" || parameter.kind === "standard deviation";
      const unit = isVariance ? scale ** 2 : 1;
      const alongFree = Float64Array.from(free, (place) => slope[place]!);
      const isFree = free.includes(from + i);
      return {
        name: parameter.name,
        kind: isVariance ? "variance" : "correlation",
        value: unit * value,
        se: !isFree || spread === null ? null : unit * Math.sqrt(bilinear(alongFree, spread, alongFree)),
        atBoundary: x[from + i]! <= parameter.lower || x[from + i]! >= parameter.upper,
      };
    });
  });
}

/** What is reported of a parameter, and its slope along all parameters. */
function reported(
  { kind, power }: Parameter,
  { theta, from, at }: { readonly theta: Float64Array; readonly from: number; readonly at: number },
  { levels }: RandomTerm,
  covariance: Covariance,
): { readonly value: number; readonly slope: Float64Array } {
  const slope = new Float64Array(theta.length);
  const own = theta[at]!;
  if (kind !== "angle") {
    slope[at] = power * own ** (power - 1);
    return { value: own ** power, slope };
  }
  const m = levels.names.length;
  const [row, column] = pairOf(at - from - m);
  const { G, slopes } = covariance;
  const size = Math.sqrt(G[row * m + row]! * G[column * m + column]!);
  for (let i = m; i < slopes.length; i++) slope[from + i] = size > 0 ? slopes[i]![row * m + column]! / size : 0;
  return { value: size > 0 ? G[row * m + column]! / size : 0, slope };
}
