import type { Tau2Estimate } from "../../pool/tau2/estimator.js";
import type { Registered } from "../../registry/registry.js";
import type { SumsAt } from "../../regression/profileSums.js";
import type { SparseDesign } from "../../sparse/sparseDesign.js";
import type { SparseLeastSquares } from "../../sparse/sparseLeastSquares.js";

/** A registered estimator of the τ² that all comparisons of a network share. */
export interface NetworkTau2Estimator<Id extends string = string> extends Registered<Id> {
  readonly compute: (design: SparseDesign, at: SumsAt) => Tau2Estimate;
  /** Asymptotic standard error at the fit's τ²; null where the method defines none. */
  readonly standardError: (
    design: SparseDesign,
    fits: { readonly fit: SparseLeastSquares; readonly atZero: SparseLeastSquares },
  ) => number | null;
}
