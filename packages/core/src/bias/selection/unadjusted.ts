import { estimate } from "../../pool/estimate.js";
import { logLikelihood } from "../../pool/logLikelihood.js";
import { commonEffect } from "../../pool/tau2/commonEffect.js";
import { maximumLikelihood } from "../../pool/tau2/maximumLikelihood.js";

export interface Unadjusted {
  readonly estimate: number;
  readonly se: number;
  readonly tau2: number;
  readonly logLik: number;
}

/** The model without selection, by maximum likelihood. */
export function unadjustedFit(y: Float64Array, v: Float64Array, tau2: "ML" | "EE"): Unadjusted {
  const found = estimate(y, v, tau2 === "EE" ? commonEffect : maximumLikelihood);
  return {
    estimate: found.sums.mean,
    se: Math.sqrt(1 / found.sums.w1),
    tau2: found.tau2.value,
    logLik: logLikelihood(y, v, found.tau2.value),
  };
}
