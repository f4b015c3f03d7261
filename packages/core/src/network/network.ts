import type { Measure } from "../effects/effect.js";
import { freeze } from "../numerics/freeze.js";
import type { OneMeasure } from "../pool/oneMeasure.js";
import { residualTau2Interval } from "../regression/residualTau2Interval.js";
import { sparseMixedEffects } from "../sparse/mixedEffects.js";
import { arrangeTrials } from "./arrange/arrangeTrials.js";
import { consistencyModel } from "./arrange/networkDesign.js";
import { checkNetwork } from "./checkNetwork.js";
import { connected } from "./connected.js";
import { contrastsOf } from "./contrastsOf.js";
import { designsOf } from "./designsOf.js";
import type { NetworkEffect } from "./networkEffect.js";
import { networkHeterogeneity } from "./networkHeterogeneity.js";
import { networkStatistics } from "./networkStatistics.js";
import { networkWarnings } from "./networkWarnings.js";
import { type NetworkOptions, resolveNetwork } from "./options.js";
import type { Network } from "./result.js";
import { scaleOf } from "./scaleOf.js";
import { treatmentEffects } from "./treatmentEffects.js";
import { treatmentsOf } from "./treatmentsOf.js";

/**
 * Network meta-analysis: the effects of several treatments from trials that compare any two or more of them, direct and
 * indirect evidence together, with one heterogeneity variance τ².
 *
 * @param effects Comparisons `yi` of `treat1` against `treat2` with variances `vi`; ratios as logarithms. A trial of t arms
 * gives all t(t − 1)/2 of its comparisons: their variances imply their covariances, which are used in full.
 * @param options `tau2` "REML" (an id of `networkTau2Estimators`), `interval` "HKSJ" (of `regressionIntervals`), `prediction`
 * "t(k-1)" (of `predictions`, with the degrees of freedom of Q), `level` 0.95, `reference` the treatment of most trials,
 * `disconnected` "refuse" unless given.
 * @returns A deeply frozen, JSON-serialisable result; nothing in it is NaN or infinite.
 *
 * One comparison alone is `pool`. As many effects as there are independent comparisons leave nothing to estimate τ² from: it is
 * 0, with "z" intervals and the warning `SATURATED`. Comparisons of a trial that differ from their sums by what may be rounding
 * give the warning `ROUNDED_CONTRASTS`, names of treatments that differ in spelling alone `SIMILAR_TREATMENTS`.
 *
 * Throws `DISCONNECTED_NETWORK`, `INCOMPLETE_TRIAL`, `INCONSISTENT_TRIAL`, `IMPOSSIBLE_VARIANCES`, `SELF_COMPARISON`,
 * `DUPLICATE_COMPARISON`, `NOT_A_TREATMENT`, `NOT_PATIENTS`, `UNKNOWN_TREATMENT`, `VARIANCES_TOO_FAR_APART`, and what `pool`
 * throws.
 *
 * Lu, Welton, Higgins, White & Ades 2011, Research Synthesis Methods 2:43-60; Rücker 2012, Research Synthesis Methods
 * 3:312-324; White, Barrett, Jackson & Higgins 2012, Research Synthesis Methods 3:111-125.
 *
 * @example
 * import { network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 *   ],
 *   { tau2: "EE", interval: "z", reference: "waiting" },
 * );
 * fit.effects.map(({ treatment, estimate, se }) => [treatment, estimate, se]);
 * // => [["acupuncture", -0.6909, 0.1595], ["sham", -0.3364, 0.1651]]
 * fit.heterogeneity.Q; // => 0.8182
 */
export function network<M extends Measure>(
  effects: readonly NetworkEffect<M>[] & OneMeasure<M>,
  options: NetworkOptions = {},
): Network<M> {
  const choices = resolveNetwork(options);
  const list: readonly NetworkEffect<M>[] = effects;
  const { measure, treatments: all } = checkNetwork(list);
  const { used, treatments, reference, leftOut } = connected(list, all, options);
  const { trials, rounded } = arrangeTrials(used, treatments);
  const model = consistencyModel(trials, treatments, reference);
  const { level } = choices;
  const commonEffect = choices.tau2.id === "EE";

  const mixed = sparseMixedEffects(model.design, choices.tau2);
  const { fit, atZero, tau2: found } = mixed;
  const isEstimated = atZero.df > 0 && !commonEffect;
  const tau2 = {
    ...found,
    method: choices.tau2.id,
    se: isEstimated ? choices.tau2.standardError(model.design, mixed) : null,
    ci: isEstimated ? residualTau2Interval(mixed.at, { df: atZero.df, tau2: found.value, level }) : null,
  };
  const scale = scaleOf(fit, model.design.y, choices);
  return freeze<Network<M>>({
    measure,
    k: trials.length,
    m: used.length,
    treatments: treatmentsOf(used, trials, treatments),
    reference: treatments[reference]!,
    ...treatmentEffects(model, fit, { ...scale, prediction: choices.prediction, commonEffect }),
    scaled: { factor: scale.factor, df: scale.df },
    tau2,
    heterogeneity: networkHeterogeneity(mixed, { tau2Ci: tau2.ci, commonEffect, level }),
    designs: designsOf(trials, treatments),
    contrasts: contrastsOf(used, model, fit),
    fit: networkStatistics(model, fit, { fixedTau2: commonEffect }),
    choices: {
      tau2: choices.tau2.id,
      tau2Interval: "Q-profile",
      interval: choices.interval.id,
      prediction: choices.prediction.id,
      level,
    },
    leftOut,
    warnings: networkWarnings({
      chosen: choices.interval.id,
      scale,
      tau2,
      df: atZero.df,
      treatments,
      rounded,
      leftOut,
    }),
  });
}
