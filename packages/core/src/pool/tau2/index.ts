import { registry } from "../../registry/registry.js";
import { commonEffect } from "./commonEffect.js";
import { dersimonianLaird } from "./dersimonianLaird.js";
import { hedges } from "./hedges.js";
import { hunterSchmidt, hunterSchmidtCorrected } from "./hunterSchmidt.js";
import { maximumLikelihood } from "./maximumLikelihood.js";
import { pauleMandel } from "./pauleMandel.js";
import { pauleMandelMedian } from "./pauleMandelMedian.js";
import { restrictedMaximumLikelihood } from "./restrictedMaximumLikelihood.js";
import { dersimonianLairdIterated, empiricalBayes, sidikJonkmanIterated } from "./sameRoot.js";
import { sidikJonkman } from "./sidikJonkman.js";
import { cochranTwoStep, dersimonianLairdTwoStep } from "./twoStep.js";

/** Estimators of the between-study variance, by id. */
export const tau2Estimators = registry([
  commonEffect,
  dersimonianLaird,
  pauleMandel,
  maximumLikelihood,
  restrictedMaximumLikelihood,
  hedges,
  hunterSchmidt,
  hunterSchmidtCorrected,
  sidikJonkman,
  empiricalBayes,
  pauleMandelMedian,
  dersimonianLairdTwoStep,
  cochranTwoStep,
  dersimonianLairdIterated,
  sidikJonkmanIterated,
]);

export type Tau2Method = keyof typeof tau2Estimators;
