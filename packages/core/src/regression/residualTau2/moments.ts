import { dersimonianLaird } from "../../pool/tau2/dersimonianLaird.js";
import type { Tau2Estimate } from "../../pool/tau2/estimator.js";
import { hedges } from "../../pool/tau2/hedges.js";
import { cochranTwoStep, dersimonianLairdTwoStep } from "../../pool/tau2/twoStep.js";
import type { Design } from "../design.js";
import { orthogonalise } from "../orthogonalise.js";
import { weightedLeastSquares } from "../weightedLeastSquares.js";
import { weightsAt } from "../weights.js";
import { closedForm, like, type ResidualTau2Estimator } from "./estimator.js";
import { quadraticForm } from "./quadraticForm.js";

/**
 * The τ² at which Q = y′Py with fixed weights a equals its expectation tr(PV) + τ² tr(P), P = A − AX(X′AX)⁻¹X′A; its
 * standard error is that of Q under the mixed-effects model, divided by tr(P).
 *
 * Raudenbush 2009, in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 16; DerSimonian & Kacker 2007,
 * Contemporary Clinical Trials 28:105-114, eq. 6, for any X.
 */
function byMoments(
  weightsOf: (design: Design) => Float64Array,
): Pick<ResidualTau2Estimator, "compute" | "standardError"> {
  return {
    compute: (design) => {
      const { X, y, v } = design;
      const a = weightsOf(design);
      const { QE, basis } = weightedLeastSquares(X, y, a);
      const { mean, slope } = quadraticForm(basis.Q, a, { v, tau2: 0 });
      return closedForm((QE - mean) / slope);
    },
    standardError: (design, tau2) => {
      const { X, v } = design;
      const a = weightsOf(design);
      const { variance, slope } = quadraticForm(orthogonalise(X, a).Q, a, { v, tau2 });
      return Math.sqrt(variance) / slope;
    },
  };
}

/** Weights 1/v. */
export const residualDersimonianLaird = like(
  dersimonianLaird,
  byMoments(({ v }) => weightsAt(v, 0)),
);

/** Equal weights. */
export const residualHedges = like(
  hedges,
  byMoments(({ v }) => new Float64Array(v.length).fill(1)),
);

/** Weights 1/(v + τ₁²), τ₁² by a first estimator. */
function again({ compute: first }: ResidualTau2Estimator): Pick<ResidualTau2Estimator, "compute" | "standardError"> {
  const { compute, standardError } = byMoments((design) => weightsAt(design.v, first(design).value));
  return { compute: (design): Tau2Estimate => ({ ...compute(design), iterations: 1 }), standardError };
}

export const residualDersimonianLairdTwoStep = like(dersimonianLairdTwoStep, again(residualDersimonianLaird));
export const residualCochranTwoStep = like(cochranTwoStep, again(residualHedges));
