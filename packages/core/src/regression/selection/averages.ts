import { halfWidth } from "../../numerics/quantileCache.js";
import type { SubsetFit } from "./fits.js";
import type { AveragedCoefficient, ConditionalAverage } from "./result.js";

/** A fit with its Akaike weight. */
export interface WeightedFit extends SubsetFit {
  readonly weight: number;
}

/**
 * A coefficient averaged over models by their weights, 0 in those without it; and over those with it alone. The standard
 * error adds to that within a model how far the model's coefficient lies from the average, Σw √(var + (β − β̄)²).
 *
 * Buckland, Burnham & Augustin 1997, Biometrics 53:603-618; Burnham & Anderson 2002, Model Selection and Multimodel
 * Inference, 2nd ed., eq. 4.9 and sec. 4.2.2.
 */
export function averaged(
  fits: readonly WeightedFit[],
  { name, column, level }: { readonly name: string; readonly column: number; readonly level: number },
): AveragedCoefficient {
  const own = fits.flatMap(({ columns, beta, variances, weight }) => {
    const at = columns.indexOf(column);
    return at === -1 ? [] : [{ weight, estimate: beta[at]!, variance: variances[at]! }];
  });
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  const everywhere = [...own, { weight: Math.max(0, 1 - total), estimate: 0, variance: 0 }];
  const { estimate, se } = average(own.length === fits.length ? own : everywhere);
  const half = halfWidth(level, { se, df: null });
  return {
    name,
    estimate,
    se,
    ci: { lower: estimate - half, upper: estimate + half, level, method: "z" },
    models: own.length,
    whereIncluded: average(own),
  };
}

function average(
  parts: readonly { readonly weight: number; readonly estimate: number; readonly variance: number }[],
): ConditionalAverage {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const share = (weight: number) => (total > 0 ? weight / total : 1 / parts.length);
  const estimate = parts.reduce((sum, each) => sum + share(each.weight) * each.estimate, 0);
  const se = parts.reduce(
    (sum, each) => sum + share(each.weight) * Math.sqrt(each.variance + (each.estimate - estimate) ** 2),
    0,
  );
  return { estimate, se };
}
