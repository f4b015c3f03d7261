import type { Measure } from "../../effects/effect.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { OneMeasure } from "../../pool/oneMeasure.js";
import { arrangeTrials } from "../arrange/arrangeTrials.js";
import { checkNetwork } from "../checkNetwork.js";
import { connected } from "../connected.js";
import type { NetworkEffect } from "../networkEffect.js";
import { networkWarnings } from "../networkWarnings.js";
import { treatmentEffect } from "../treatmentEffects.js";
import { treatmentsOf } from "../treatmentsOf.js";
import { fitModerated } from "./fitModerated.js";
import { moderatorOf } from "./moderatorOf.js";
import { type NetworkRegressionOptions, resolveNetworkRegression } from "./options.js";
import { columnsThatFollow, regressionDesign } from "./regressionDesign.js";
import type { NetworkRegression } from "./result.js";
import { slopesOf } from "./slopesOf.js";

/**
 * Network meta-regression: how the effects of treatments against the reference change with a moderator of the trials, such as the
 * year, the weeks of follow-up, or 0 and 1 for low risk of bias.
 *
 * @param effects Comparisons as of `network`, with the moderator as a further number, the same in all comparisons of a trial.
 * @param options `moderator`, its name; `interaction` "common" (an id of `networkInteractions`) unless given; `centre`, where
 * `effects` are told, its mean over trials unless given; and those of `network`. Exchangeable slopes need `tau2: "REML"`.
 * @returns A deeply frozen, JSON-serialisable result. Comparisons of two treatments of which neither is the reference change by
 * the difference of their slopes: with "common" not at all, so that the choice of the reference matters.
 *
 * Throws `NOT_A_TRIAL_MODERATOR`, `MODERATOR_VARIES`, `MODERATOR_CONSTANT`, `SLOPES_NOT_TOLD`, `NEEDS_REML`, and what `network`
 * throws.
 *
 * Cooper, Sutton, Morris, Ades & Welton 2009, Statistics in Medicine 28:1861-1881; Dias, Sutton, Welton & Ades 2013, Medical
 * Decision Making 33:618-640.
 *
 * @example
 * import { networkRegression } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = networkRegression(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02, weeks: 4 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "sham", yi: -0.1, vi: 0.02, weeks: 12 },
 *     { ...smd, study: "C", treat1: "waiting", treat2: "sham", yi: 0.4, vi: 0.04, weeks: 8 },
 *   ],
 *   { moderator: "weeks", reference: "sham", tau2: "EE", interval: "z" },
 * );
 * fit.effects.map(({ treatment, estimate }) => [treatment, estimate]); // => [["acupuncture", -0.2], ["waiting", 0.4]]
 * fit.slopes[0].estimate; // => 0.025
 */
export function networkRegression<M extends Measure>(
  effects: readonly NetworkEffect<M>[] & OneMeasure<M>,
  options: NetworkRegressionOptions,
): NetworkRegression<M> {
  const choices = resolveNetworkRegression(options);
  const { moderator, interaction, level, prediction } = choices;
  const list: readonly NetworkEffect<M>[] = effects;
  const { measure, treatments: all } = checkNetwork(list);
  const { used, treatments, reference, leftOut } = connected(list, all, options);
  const values = moderatorOf(used, moderator);
  const { trials, rounded } = arrangeTrials(used, treatments);
  const own = trials.map(({ study }) => values.get(study)!);
  const { centre = own.reduce((sum, each) => sum + each, 0) / own.length } = options;
  const x = Float64Array.from(own, (each) => each - centre);
  const n = treatments.length;
  const moderated = { trials, n, reference, x, interaction };
  const others = treatments.filter((_, place) => place !== reference);
  const untold = columnsThatFollow(moderated);
  if (untold.length > 0) {
    const names = interaction === "independent" ? untold.map((column) => others[column - n + 1]!) : others;
    throw metaError(messages.slopesNotTold({ moderator, treatments: names }));
  }

  const model = regressionDesign(moderated);
  const { estimates, vcov, tau2, slopeVariance, Q, df, scale } = fitModerated(model, choices);
  const p = model.design.p;
  const commonEffect = choices.tau2.id === "EE";
  const told = others.map((treatment, i) =>
    treatmentEffect(
      { treatment, against: treatments[reference]!, estimate: estimates[i]!, variance: vcov[i * (p + 1)]! },
      { ...scale, prediction, commonEffect, tau2: tau2.value, residualDf: df },
    ),
  );
  return freeze<NetworkRegression<M>>({
    measure,
    k: trials.length,
    treatments: treatmentsOf(used, trials, treatments),
    reference: treatments[reference]!,
    moderator: { name: moderator, centre, lowest: Math.min(...own), highest: Math.max(...own) },
    interaction,
    effects: told.map(({ effect }) => effect),
    ...slopesOf({ others, interaction, estimates, vcov }, scale),
    scaled: { factor: scale.factor, df: scale.df },
    predictionNote: told[0]!.predictionNote,
    tau2,
    slopeVariance,
    Q,
    df,
    choices: {
      tau2: choices.tau2.id,
      tau2Interval: "Q-profile",
      interval: choices.interval.id,
      prediction: prediction.id,
      level,
    },
    warnings: networkWarnings({ chosen: choices.interval.id, scale, tau2, df, treatments, rounded, leftOut }),
  });
}
