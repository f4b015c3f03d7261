import { type Correlated, oneVariance, ownVariances } from "./correlated.js";
import { correlation, leastCommonCorrelation, standardDeviations, variance } from "./parameters.js";
import type { Structure } from "./structure.js";

/** One variance and one correlation of any two levels. */
export const compoundSymmetry = {
  id: "CS",
  label: "compound symmetry: one variance, one correlation",
  citation: "Pinheiro & Bates 2000, Mixed-Effects Models in S and S-PLUS, sec. 4.2.2",
  parameters: ({ names }) => [variance(), ...commonCorrelation(names.length)],
  covariance: ([tau2, rho], { names }) => oneVariance(tau2!, sameEverywhere(rho, names.length)),
} as const satisfies Structure;

/** A variance for each level and one correlation of any two. */
export const heterogeneousCompoundSymmetry = {
  id: "HCS",
  label: "heterogeneous compound symmetry: a variance for each level, one correlation",
  citation: "Wolfinger 1996, Journal of Agricultural, Biological, and Environmental Statistics 1:205-230",
  parameters: ({ names }) => [...standardDeviations(names), ...commonCorrelation(names.length)],
  covariance: (theta, { names: { length: m } }) => ownVariances(theta.subarray(0, m), sameEverywhere(theta[m], m)),
} as const satisfies Structure;

function commonCorrelation(m: number) {
  return m > 1 ? [correlation(leastCommonCorrelation(m))] : [];
}

function sameEverywhere(rho: number | undefined, m: number): Correlated {
  const R = new Float64Array(m * m).fill(rho ?? 0);
  const slope = new Float64Array(m * m).fill(1);
  for (let i = 0; i < m; i++) {
    R[i * m + i] = 1;
    slope[i * m + i] = 0;
  }
  return { R, slopes: rho === undefined ? [] : [slope] };
}
