import { chiSquareCritical } from "../../numerics/quantileCache.js";
import { pauleMandel } from "../../pool/tau2/pauleMandel.js";
import { pauleMandelMedian } from "../../pool/tau2/pauleMandelMedian.js";
import { dersimonianLairdIterated, empiricalBayes, sidikJonkmanIterated } from "../../pool/tau2/sameRoot.js";
import { profileSums } from "../profileSums.js";
import { solveQE } from "../solveQE.js";
import { weightsAt } from "../weights.js";
import { like, type ResidualTau2Estimator } from "./estimator.js";

function solvedFor(targetOf: (df: number) => number): Pick<ResidualTau2Estimator, "compute" | "standardError"> {
  return {
    compute: (design, at = profileSums(design)) => {
      const { tau2, ...work } = solveQE(at, targetOf(at(0).df));
      return { value: tau2, atBoundary: tau2 === 0, ...work };
    },
    standardError: ({ v }, tau2, { fit }) => {
      const w1 = weightsAt(v, tau2).reduce((sum, each) => sum + each, 0);
      return (v.length * Math.sqrt(2 / fit.df)) / w1;
    },
  };
}

/** QE(τ²) at its expectation k − p. */
const atMean = solvedFor((df) => df);

export const residualPauleMandel = like(pauleMandel, atMean);
export const residualEmpiricalBayes = like(empiricalBayes, atMean);
export const residualDersimonianLairdIterated = like(dersimonianLairdIterated, atMean);
export const residualSidikJonkmanIterated = like(sidikJonkmanIterated, atMean);

/** QE(τ²) at the median of χ² with k − p degrees of freedom. */
export const residualPauleMandelMedian = like(
  pauleMandelMedian,
  solvedFor((df) => chiSquareCritical(0.5, df)),
);
