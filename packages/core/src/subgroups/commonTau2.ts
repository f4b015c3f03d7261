import type { ResolvedOptions } from "../pool/options.js";
import type { Tau2 } from "../pool/result.js";
import type { Tau2Method } from "../pool/tau2/index.js";
import { withinEstimators } from "./withinTau2/index.js";
import { qProfileWithin } from "./withinTau2/qWithin.js";
import { degreesWithin, type Stratum } from "./withinTau2/strata.js";

/**
 * The between-study variance within groups that have one τ² in common, by the chosen estimator, with its Q-profile
 * interval; no standard error is given. 0 and no interval where each group is one study.
 */
export function commonTau2(strata: readonly Stratum[], { tau2: { id }, level }: ResolvedOptions): Tau2 {
  const facts = { method: id, se: null };
  if (degreesWithin(strata) === 0)
    return { ...facts, value: 0, ci: null, atBoundary: false, iterations: 0, converged: true };
  const { value, iterations, converged } = withinEstimators[id as Tau2Method](strata);
  const isAssumed = id === "EE";
  const ci = isAssumed ? null : qProfileWithin(strata, level);
  return { ...facts, value, ci, atBoundary: value === 0 && !isAssumed, iterations, converged };
}
