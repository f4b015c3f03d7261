import { messages } from "../../../errors/messages.js";
import { metaError } from "../../../errors/metaError.js";
import { cholesky, choleskyInverse } from "../../../linear/cholesky.js";
import { criteria } from "../../../pool/fitStatistics.js";
import type { CountNetwork, CountTrial } from "../countTrial.js";
import type { BinaryNetworkMethod, BinarySolution } from "../method.js";
import { withoutSilent } from "../withoutSilent.js";
import { bestTau } from "./bestTau.js";
import { hypergeometric, hypergeometricSaturated } from "./hypergeometric.js";
import { logistic, logisticSaturated } from "./logistic.js";
import { type Maximum, maximise } from "./maximise.js";
import { mixedLogistic } from "./mixedLogistic.js";
import { multinomial, multinomialSaturated } from "./multinomial.js";
import { refuseSeparation } from "./separation.js";
import type { TrialLikelihood } from "./trialLikelihood.js";

const stijnen = "Stijnen, Hamza & Özdemir 2010, Statistics in Medicine 29:3046-3067";

/** What the counts are likely by, the highest that can be, and what counts as an observation of a trial of t arms. */
interface Likelihood {
  readonly of: (trial: CountTrial) => TrialLikelihood;
  readonly saturated: (trial: CountTrial) => number;
  readonly rare: boolean;
}

/** Arms without a trial's own level: conditioning on its events takes one away. */
function commonEffect(
  network: CountNetwork,
  { of, saturated, rare }: Likelihood,
): BinarySolution & { maximum: Maximum } {
  refuseSeparation(network, { rare });
  const { trials, reference, start, df } = network;
  const p = start.length;
  const maximum = maximise(trials.map(of), reference, start);
  if (!maximum.converged) throw metaError(messages.parametersAtInfinity());
  const highest = trials.reduce((sum, trial) => sum + saturated(trial), 0);
  const observations = df + p;
  return {
    maximum,
    beta: maximum.beta,
    vcov: choleskyInverse(cholesky(maximum.information, p)!, p),
    factor: 1,
    tau: null,
    Q: df === 0 ? 0 : Math.max(0, 2 * (highest - maximum.logLik)),
    betweenDesigns: null,
    fit: criteria(maximum.logLik, observations, p),
    iterations: maximum.iterations,
    converged: true,
  };
}

/** Conditional on the events of each trial; multivariate of several arms. Q is the likelihood ratio to effects of its own for each trial. */
export const nonCentralHypergeometric: BinaryNetworkMethod<"NCH"> = {
  id: "NCH",
  label: "non-central hypergeometric, exact conditional likelihood, common effect",
  citation: stijnen,
  options: [],
  whole: true,
  rare: false,
  admit: withoutSilent,
  fit: (network) => commonEffect(network, { of: hypergeometric, saturated: hypergeometricSaturated, rare: false }),
};

/** The same for rare events, of which the likelihood is nearly multinomial. */
export const rareHypergeometric: BinaryNetworkMethod<"NCH-approximate"> = {
  id: "NCH-approximate",
  label: "non-central hypergeometric, approximate (multinomial) likelihood for rare events, common effect",
  citation: stijnen,
  options: [],
  whole: true,
  rare: true,
  admit: withoutSilent,
  fit: (network) => commonEffect(network, { of: multinomial, saturated: multinomialSaturated, rare: true }),
};

/**
 * Binomial counts with a level of its own for each trial, and effects that are one, or vary between trials: then the log odds
 * ratio of any two arms is N(θ, τ²). Q is the likelihood ratio of one effect to effects of its own for each trial.
 */
export const logisticMethod: BinaryNetworkMethod<"logistic"> = {
  id: "logistic",
  label: "logistic regression, fixed trial levels, common or random effects",
  citation:
    "Turner et al. 2000, Statistics in Medicine 19:3417-3432; Lu & Ades 2004, Statistics in Medicine 23:3105-3124",
  options: ["tau2", "quadraturePoints"],
  whole: true,
  rare: false,
  admit: withoutSilent,
  fit(network, { common, quadraturePoints }) {
    const { trials, reference, df, start } = network;
    const one = commonEffect(network, { of: logistic, saturated: logisticSaturated, rare: false });
    const levels = trials.length;
    const arms = df + start.length + levels;
    const parameters = start.length + levels;
    if (common) return { ...one, fit: criteria(one.maximum.logLik, arms, parameters) };
    if (df === 0)
      return { ...one, tau: { value: 0, se: null }, fit: criteria(one.maximum.logLik, arms, parameters + 1) };
    const mixed = trials.map((trial) => mixedLogistic(trial, quadraturePoints));
    const { beta, vcov, tau, seTau, logLik, iterations, converged } = bestTau(mixed, reference, one.maximum);
    return {
      ...one,
      beta,
      vcov,
      tau: { value: tau, se: seTau },
      fit: criteria(logLik, arms, parameters + 1),
      iterations,
      converged,
    };
  },
};
