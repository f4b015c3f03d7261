import { criteria } from "../../../pool/fitStatistics.js";
import type { BinaryNetworkMethod } from "../method.js";
import { penalisedLogistic } from "./penalisedLogistic.js";

/**
 * Logistic regression with Firth's penalty: finite whatever the counts, so that trials without events count too. Q is Pearson's
 * χ², Σ(a − nπ)²/(nπ(1 − π)) over arms.
 */
export const penalisedMethod: BinaryNetworkMethod<"Firth"> = {
  id: "Firth",
  label: "penalised logistic regression, fixed trial levels, common effect",
  citation: "Firth 1993, Biometrika 80:27-38; Evrenoglou et al. 2022, Statistics in Medicine 41:5203-5219",
  options: ["dispersion"],
  whole: true,
  rare: false,
  admit: (trials) => ({ trials, leftOut: [] }),
  fit(network, { dispersion }) {
    const { trials, df, start } = network;
    const { beta, vcov, logLik, risks, iterations } = penalisedLogistic(network);
    const pearson = trials.flatMap(({ a, n }, s) =>
      Array.from(risks[s]!, (risk, i) => (a[i]! - n[i]! * risk) ** 2 / (n[i]! * risk * (1 - risk))),
    );
    const Q = df === 0 ? 0 : pearson.reduce((sum, each) => sum + each, 0);
    return {
      beta,
      vcov,
      factor: dispersion.compute({ Q, df }),
      tau: null,
      Q,
      betweenDesigns: null,
      fit: criteria(logLik, pearson.length, start.length + trials.length),
      iterations,
      converged: true,
    };
  },
};
