import type { Tau2Method } from "../../pool/tau2/index.js";
import { registry } from "../../registry/registry.js";
import {
  residualCommonEffect,
  residualHunterSchmidt,
  residualHunterSchmidtCorrected,
  residualSidikJonkman,
} from "./closedForms.js";
import type { ResidualTau2Estimator } from "./estimator.js";
import {
  residualDersimonianLairdIterated,
  residualEmpiricalBayes,
  residualPauleMandel,
  residualPauleMandelMedian,
  residualSidikJonkmanIterated,
} from "./generalisedQ.js";
import { residualMaximumLikelihood, residualRestrictedLikelihood } from "./likelihood.js";
import {
  residualCochranTwoStep,
  residualDersimonianLaird,
  residualDersimonianLairdTwoStep,
  residualHedges,
} from "./moments.js";

/** Estimators of the residual τ² of a mixed-effects regression: one for each id of `tau2Estimators`. */
export const residualTau2Estimators: Readonly<Record<Tau2Method, ResidualTau2Estimator>> = registry([
  residualCommonEffect,
  residualDersimonianLaird,
  residualPauleMandel,
  residualMaximumLikelihood,
  residualRestrictedLikelihood,
  residualHedges,
  residualHunterSchmidt,
  residualHunterSchmidtCorrected,
  residualSidikJonkman,
  residualEmpiricalBayes,
  residualPauleMandelMedian,
  residualDersimonianLairdTwoStep,
  residualCochranTwoStep,
  residualDersimonianLairdIterated,
  residualSidikJonkmanIterated,
]);
