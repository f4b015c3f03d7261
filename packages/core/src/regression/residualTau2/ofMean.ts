import type { Tau2Estimator } from "../../pool/tau2/estimator.js";
import { weighted } from "../../pool/weighted.js";
import type { ResidualTau2Estimator } from "./estimator.js";
import { like } from "./estimator.js";

/** An estimator of τ² about the mean as one for a design: of a column of ones alone, whatever X says. */
export function ofMean(estimator: Tau2Estimator): ResidualTau2Estimator {
  return like(estimator, {
    compute: ({ y, v }) => estimator.compute(y, v, weighted(y, v, 0)),
    standardError: ({ y, v }, tau2) => estimator.standardError(v, tau2, y, weighted(y, v, 0)),
  });
}
