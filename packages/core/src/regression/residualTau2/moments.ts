import { dersimonianLaird } from "../../pool/tau2/dersimonianLaird.js";
import type { Tau2Estimate } from "../../pool/tau2/estimator.js";
import { hedges } from "../../pool/tau2/hedges.js";
import { cochranTwoStep, dersimonianLairdTwoStep } from "../../pool/tau2/twoStep.js";
import type { Design } from "../design.js";
import { weightedLeastSquares } from "../weightedLeastSquares.js";
import { closedForm, like, type ResidualTau2Estimator } from "./estimator.js";

/**
 * The τ² at which Q = y′Py with fixed weights a equals its expectation tr(PV) + τ² tr(P), P = A − AX(X′AX)⁻¹X′A.
 *
 * Raudenbush 2009, in The Handbook of Research Synthesis and Meta-Analysis, 2nd ed., ch. 16; DerSimonian & Kacker 2007,
 * Contemporary Clinical Trials 28:105-114, eq. 6, for any X.
 */
function byMoments({ X, y, v }: Design, a: Float64Array): Tau2Estimate {
  const { QE, basis } = weightedLeastSquares(X, y, a);
  let trP = 0;
  let trPV = 0;
  for (let i = 0; i < y.length; i++) {
    let free = 1;
    for (const q of basis.Q) free -= q[i]! ** 2;
    trP += a[i]! * free;
    trPV += a[i]! * free * v[i]!;
  }
  return closedForm((QE - trPV) / trP);
}

const inverse = (v: Float64Array, tau2: number) => v.map((variance) => 1 / (variance + tau2));
const equal = (v: Float64Array) => new Float64Array(v.length).fill(1);

/** Weights 1/v. */
export const residualDersimonianLaird = like(dersimonianLaird, (design) => byMoments(design, inverse(design.v, 0)));

/** Equal weights. */
export const residualHedges = like(hedges, (design) => byMoments(design, equal(design.v)));

/** Weights 1/(v + τ₁²), τ₁² by a first estimator. */
const again = ({ compute }: ResidualTau2Estimator) => {
  return (design: Design): Tau2Estimate => ({
    ...byMoments(design, inverse(design.v, compute(design).value)),
    iterations: 1,
  });
};

export const residualDersimonianLairdTwoStep = like(dersimonianLairdTwoStep, again(residualDersimonianLaird));
export const residualCochranTwoStep = like(cochranTwoStep, again(residualHedges));
