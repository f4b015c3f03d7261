import { type Correlated, oneVariance, ownVariances } from "./correlated.js";
import { correlation, standardDeviations, variance } from "./parameters.js";
import type { InnerLevels, Structure } from "./structure.js";

/** One variance; levels that stand n places apart correlate by ρⁿ. */
export const autoregressive = {
  id: "AR",
  label: "first-order autoregressive: one variance, correlation ρⁿ of levels n places apart",
  citation: "Ishak et al. 2007, Clinical Trials 4:525-539",
  parameters: ({ names }) => [variance(), ...(names.length > 1 ? [correlation(-1)] : [])],
  covariance: ([tau2, rho], levels) => oneVariance(tau2!, decaying(rho, places(levels))),
} as const satisfies Structure;

/** A variance for each level; levels that stand n places apart correlate by ρⁿ. */
export const heterogeneousAutoregressive = {
  id: "HAR",
  label: "heterogeneous autoregressive: a variance for each level, correlation ρⁿ of levels n places apart",
  citation: "Ishak et al. 2007, Clinical Trials 4:525-539",
  parameters: ({ names }) => [...standardDeviations(names), ...(names.length > 1 ? [correlation(-1)] : [])],
  covariance: (theta, levels) => {
    const m = levels.names.length;
    return ownVariances(theta.subarray(0, m), decaying(theta[m], places(levels)));
  },
} as const satisfies Structure;

/**
 * One variance; levels at a distance d on a line, of time for instance, correlate by ρ^d. The search is for ρ^d₀, with d₀
 * the least distance between two levels, whose powers have a slope at 0 too.
 */
export const continuousAutoregressive = {
  id: "CAR",
  label: "continuous autoregressive: one variance, correlation ρ^d of levels at a distance d",
  citation: "Pinheiro & Bates 2000, Mixed-Effects Models in S and S-PLUS, sec. 5.3.1",
  parameters: ({ names, values }) => [
    variance(),
    ...(names.length > 1 ? [correlation(0, 1 / leastDistance(values!))] : []),
  ],
  covariance: ([tau2, rho], { values }) => oneVariance(tau2!, decaying(rho, values!, leastDistance(values!))),
} as const satisfies Structure;

function places({ names }: InnerLevels): Float64Array {
  return Float64Array.from(names, (_, i) => i);
}

/** The least distance between two different values, which are in rising order. */
function leastDistance(values: Float64Array): number {
  return values.subarray(1).reduce((least, value, i) => Math.min(least, value - values[i]!), Infinity);
}

function decaying(rho: number | undefined, at: Float64Array, unit = 1): Correlated {
  const m = at.length;
  const R = new Float64Array(m * m);
  const slope = new Float64Array(m * m);
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) {
      const distance = withoutRounding(Math.abs(at[i]! - at[j]!) / unit);
      R[i * m + j] = i === j ? 1 : (rho ?? 0) ** distance;
      slope[i * m + j] = i === j ? 0 : distance * (rho ?? 0) ** (distance - 1);
    }
  return { R, slopes: rho === undefined ? [] : [slope] };
}

/** Powers of 0 jump at an exponent of 0: a distance that is whole but for rounding errors is made whole. */
function withoutRounding(distance: number): number {
  const whole = Math.round(distance);
  return Math.abs(distance - whole) < 1e-9 ? whole : distance;
}
