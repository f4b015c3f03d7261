import type { Tau2Estimate, Tau2Estimator } from "../../pool/tau2/estimator.js";
import type { Registered } from "../../registry/registry.js";
import type { Design } from "../design.js";

/** A registered estimator of the residual τ²: that of `tau2Estimators` under the same id, for any design matrix. */
export interface ResidualTau2Estimator<Id extends string = string> extends Registered<Id> {
  readonly compute: (design: Design) => Tau2Estimate;
}

/** The estimator of the same name as one for the mean alone. */
export function like<Id extends string>(
  { id, label, citation }: Tau2Estimator<Id>,
  compute: ResidualTau2Estimator["compute"],
): ResidualTau2Estimator<Id> {
  return { id, label, citation, compute };
}

/** An estimate in closed form, 0 where it would be negative. */
export function closedForm(raw: number): Tau2Estimate {
  return { value: Math.max(0, raw), atBoundary: !(raw > 0), iterations: 0, converged: true };
}
