import gammaln from "@stdlib/math-base-special-gammaln";
import log1pmx from "@stdlib/math-base-special-log1pmx";

const LARGE = 150;

/**
 * xᵃ e⁻ˣ / Γ(a + 1): the chance of a events where x are expected, and the step of the incomplete gamma functions from a
 * to a + 1. For large a by Stirling's series, without cancellation.
 *
 * Loader 2000, "Fast and accurate computation of binomial probabilities".
 */
export function poissonDensity(x: number, a: number): number {
  if (a < LARGE) return Math.exp(a * Math.log(x) - x - gammaln(a + 1));
  const stirling = (1 / 12 - (1 / 360 - 1 / 1260 / a ** 2) / a ** 2) / a;
  const deviance = x < 0.5 * a ? a * Math.log(x / a) + a - x : a * log1pmx((x - a) / a);
  return Math.exp(deviance - stirling) / Math.sqrt(2 * Math.PI * a);
}
