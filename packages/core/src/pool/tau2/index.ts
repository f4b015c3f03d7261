import { registry } from "../../registry/registry.js";
import { commonEffect } from "./commonEffect.js";
import { dersimonianLaird } from "./dersimonianLaird.js";
import { maximumLikelihood } from "./maximumLikelihood.js";
import { pauleMandel } from "./pauleMandel.js";
import { restrictedMaximumLikelihood } from "./restrictedMaximumLikelihood.js";

/** Estimators of the between-study variance, by id. */
export const tau2Estimators = registry([
  commonEffect,
  dersimonianLaird,
  pauleMandel,
  maximumLikelihood,
  restrictedMaximumLikelihood,
]);

export type Tau2Method = keyof typeof tau2Estimators;
