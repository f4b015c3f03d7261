import type { Registered } from "../../registry/registry.js";
import type { Likelihood } from "../model/likelihood.js";
import type { MarginalModel } from "../model/marginalModel.js";

/** A fitted model as the tests of its coefficients see it. */
export interface TestInput {
  readonly model: MarginalModel;
  readonly at: Likelihood;
  /** Places of the parameters that are not at a bound. */
  readonly free: readonly number[];
  /** Second derivatives of minus the log-likelihood along all parameters, row by row. */
  readonly hessian: Float64Array;
}

/** The covariance of the model's coefficients, and degrees of freedom for any combination of them. */
export interface CoefficientTest {
  readonly vcov: Float64Array;
  /** null: the normal distribution. */
  readonly df: (combination: Float64Array) => number | null;
}

export interface CoefficientTestRule<Id extends string = string> extends Registered<Id> {
  readonly compute: (input: TestInput) => CoefficientTest;
}
