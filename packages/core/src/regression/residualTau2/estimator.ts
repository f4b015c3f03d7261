import type { Tau2Estimate, Tau2Estimator } from "../../pool/tau2/estimator.js";
import type { Registered } from "../../registry/registry.js";
import type { Design } from "../design.js";
import type { SumsAt } from "../profileSums.js";
import type { LeastSquares } from "../weightedLeastSquares.js";

/** Least squares at τ² = 0 and at the estimate. */
interface Fits {
  readonly atZero: LeastSquares;
  readonly fit: LeastSquares;
}

/** A registered estimator of the residual τ²: that of `tau2Estimators` under the same id, for any design matrix. */
export interface ResidualTau2Estimator<Id extends string = string> extends Registered<Id> {
  /** The `method` of metafor's rma that is the same; null where it has none. */
  readonly r: string | null;
  /** `at`: the sums of the design, where they are at hand. */
  readonly compute: (design: Design, at?: SumsAt) => Tau2Estimate;
  /** Asymptotic standard error of the estimate τ², from the fits at 0 and at it; null where the method defines none. */
  readonly standardError: (design: Design, tau2: number, fits: Fits) => number | null;
}

/** The estimator of the same name as one for the mean alone. */
export function like<Id extends string>(
  { id, label, citation, r }: Tau2Estimator<Id>,
  { compute, standardError }: Pick<ResidualTau2Estimator, "compute" | "standardError">,
): ResidualTau2Estimator<Id> {
  return { id, label, citation, r, compute, standardError };
}

/** An estimate in closed form, 0 where it would be negative. */
export function closedForm(raw: number): Tau2Estimate {
  return { value: Math.max(0, raw), atBoundary: !(raw > 0), iterations: 0, converged: true };
}
