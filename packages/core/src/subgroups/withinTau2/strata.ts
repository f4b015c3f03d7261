import { type Weighted, weighted } from "../../pool/weighted.js";

/** The effects of one subgroup. */
export interface Stratum {
  readonly y: Float64Array;
  readonly v: Float64Array;
}

/** A τ² common to subgroups that each have their own mean. */
export type WithinEstimator = (strata: readonly Stratum[]) => WithinTau2;

export interface WithinTau2 {
  readonly value: number;
  readonly iterations: number;
  readonly converged: boolean;
}

export const closedForm = (value: number): WithinTau2 => ({ value, iterations: 0, converged: true });

/** Studies less subgroups: the degrees of freedom of Q within. */
export function degreesWithin(strata: readonly Stratum[]): number {
  return strata.reduce((sum, { y }) => sum + y.length - 1, 0);
}

/** The sum over subgroups of what their weighted sums at τ² give. */
export function sumWithin(strata: readonly Stratum[], tau2: number, of: (sums: Weighted) => number): number {
  let total = 0;
  for (const { y, v } of strata) total += of(weighted(y, v, tau2));
  return total;
}
