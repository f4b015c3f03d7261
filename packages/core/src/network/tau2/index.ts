import { commonEffect } from "../../pool/tau2/commonEffect.js";
import { dersimonianLaird } from "../../pool/tau2/dersimonianLaird.js";
import { maximumLikelihood } from "../../pool/tau2/maximumLikelihood.js";
import { pauleMandel } from "../../pool/tau2/pauleMandel.js";
import { restrictedMaximumLikelihood } from "../../pool/tau2/restrictedMaximumLikelihood.js";
import { registry } from "../../registry/registry.js";
import type { ResidualTau2Estimator } from "../../regression/residualTau2/estimator.js";
import { closedForm } from "../../regression/residualTau2/estimator.js";
import { residualPauleMandel } from "../../regression/residualTau2/generalisedQ.js";
import { residualMaximumLikelihood, residualRestrictedLikelihood } from "../../regression/residualTau2/likelihood.js";
import { projectionSquare } from "../../sparse/projectionSquare.js";
import type { NetworkTau2Estimator } from "./estimator.js";

const named = <Id extends string>({ id, label }: { readonly id: Id; readonly label: string }) => ({ id, label });

/** What reads nothing of a design but its variances and its sums is the same for any design. */
const read =
  ({ compute }: ResidualTau2Estimator): NetworkTau2Estimator["compute"] =>
  ({ y, v }, at) =>
    compute({ X: [], y, v }, at);

const none: NetworkTau2Estimator<"EE"> = {
  ...named(commonEffect),
  citation: "Rücker 2012, Research Synthesis Methods 3:312-324",
  compute: () => ({ ...closedForm(0), atBoundary: false }),
  standardError: () => null,
};

/** τ² = (Q − df)/tr(P) with weights 1/v: the generalised method of moments. */
const moments: NetworkTau2Estimator<"DL"> = {
  ...named(dersimonianLaird),
  citation: "Jackson, White & Riley 2012, Statistics in Medicine 31:3805-3820",
  compute: (_, at) => {
    const { q1, df, trP } = at(0);
    return closedForm((q1 - df) / trP());
  },
  standardError: (design, { fit: { tau2 }, atZero }) => {
    const { df } = atZero;
    const { trP, trPP } = projectionSquare(design, atZero);
    return Math.sqrt(2 * (df + 2 * tau2 * trP + tau2 ** 2 * trPP)) / trP;
  },
};

const generalisedQ: NetworkTau2Estimator<"PM"> = {
  ...named(pauleMandel),
  citation:
    "Paule & Mandel 1982, Journal of Research of the NBS 87:377-385; Jackson et al. 2014, BMC Medical Research Methodology 14:103",
  compute: read(residualPauleMandel),
  standardError: (_, { fit: { w, df } }) => (w.length * Math.sqrt(2 / df)) / w.reduce((sum, each) => sum + each, 0),
};

const likelihood: NetworkTau2Estimator<"ML"> = {
  ...named(maximumLikelihood),
  citation: "White, Barrett, Jackson & Higgins 2012, Research Synthesis Methods 3:111-125",
  compute: read(residualMaximumLikelihood),
  standardError: (_, { fit: { w } }) => Math.sqrt(2 / w.reduce((sum, each) => sum + each ** 2, 0)),
};

const restrictedLikelihood: NetworkTau2Estimator<"REML"> = {
  ...named(restrictedMaximumLikelihood),
  citation: "White, Barrett, Jackson & Higgins 2012, Research Synthesis Methods 3:111-125",
  compute: read(residualRestrictedLikelihood),
  standardError: (design, { fit }) => Math.sqrt(2 / projectionSquare(design, fit).trPP),
};

/** Estimators of the heterogeneity of a network, by id. */
export const networkTau2Estimators = registry([none, moments, generalisedQ, likelihood, restrictedLikelihood]);

export type NetworkTau2Method = keyof typeof networkTau2Estimators;
