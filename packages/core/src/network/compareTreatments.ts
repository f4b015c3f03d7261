import type { Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";
import { predictions } from "../pool/prediction/index.js";
import type { PredictionRule } from "../pool/prediction/rule.js";
import { choose } from "../registry/choose.js";
import type { Network, TreatmentEffect } from "./result.js";
import { treatmentEffect } from "./treatmentEffects.js";
import { checkIsNetwork } from "./workingNetwork.js";

/**
 * The network's estimate of one treatment against another, with its intervals.
 *
 * Throws `UNKNOWN_TREATMENT`, `SELF_COMPARISON`, `NOT_A_NETWORK`.
 *
 * @example
 * import { compareTreatments, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 *   ],
 *   { tau2: "EE", interval: "z" },
 * );
 * compareTreatments(fit, "sham", "acupuncture").estimate; // => 0.3545
 */
export function compareTreatments<M extends Measure>(
  network: Network<M>,
  treatment: string,
  against: string,
): TreatmentEffect {
  checkIsNetwork(network);
  const compare = comparisons(network);
  const places = [treatment, against].map((name) => placeOf(network, name));
  if (treatment === against) throw metaError(messages.selfComparison({ treatment }));
  return freeze(compare(places[0]!, places[1]!));
}

function placeOf({ treatments }: Network, name: string): number {
  const place = treatments.findIndex((treatment) => treatment.name === name);
  if (place === -1)
    throw metaError(
      messages.unknownTreatment({ option: "treatment", found: name, known: treatments.map((each) => each.name) }),
    );
  return place;
}

/** Any treatment of a network against any other, by their places. */
export function comparisons(network: Network): (treatment: number, against: number) => TreatmentEffect {
  const { treatments, effects, vcov, scaled, choices, tau2, heterogeneity } = network;
  const [{ ci }] = effects as readonly [TreatmentEffect];
  const reference = treatments.findIndex(({ name }) => name === network.reference);
  const rules = {
    ...scaled,
    method: ci.method,
    level: choices.level,
    prediction: choose<PredictionRule>("prediction", predictions, choices.prediction),
    commonEffect: choices.tau2 === "EE",
    tau2: tau2.value,
    residualDf: heterogeneity.df,
  };
  const row = (place: number) => (place < reference ? place : place - 1);
  const estimate = (place: number) => (place === reference ? 0 : effects[row(place)]!.estimate);
  const covariance = (a: number, b: number) => (a === reference || b === reference ? 0 : vcov[row(a)]![row(b)]!);
  return (a, b) => {
    const variance = covariance(a, a) + covariance(b, b) - 2 * covariance(a, b);
    const [treatment, against] = [treatments[a]!.name, treatments[b]!.name];
    return treatmentEffect({ treatment, against, estimate: estimate(a) - estimate(b), variance }, rules).effect;
  };
}
