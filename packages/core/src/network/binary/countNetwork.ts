import { sparseMixedEffects } from "../../sparse/mixedEffects.js";
import type { EventsArm } from "../arms/arm.js";
import type { TrialOfArms } from "../arms/trialsOfArms.js";
import { arrangeTrials } from "../arrange/arrangeTrials.js";
import { consistencyModel } from "../arrange/networkDesign.js";
import type { NetworkTrial } from "../arrange/trial.js";
import type { Connected } from "../connected.js";
import type { NetworkEffect } from "../networkEffect.js";
import { networkTau2Estimators } from "../tau2/index.js";
import type { CountNetwork } from "./countTrial.js";

/** Counts arranged for fitting, with what inverse variance says of the same trials. */
export function countNetwork(
  trials: readonly TrialOfArms<EventsArm>[],
  { used, treatments, reference }: Pick<Connected<NetworkEffect>, "used" | "treatments" | "reference">,
): {
  readonly counts: CountNetwork;
  readonly trials: readonly NetworkTrial[];
  /** df/tr(P) of the trials' log odds ratios; null without degrees of freedom. */
  readonly typicalVariance: number | null;
} {
  const placeOf = new Map(treatments.map((name, place) => [name, place]));
  const arranged = arrangeTrials(used, treatments).trials;
  const { design } = consistencyModel(arranged, treatments, reference);
  const { atZero, at } = sparseMixedEffects(design, networkTau2Estimators.EE);
  const kept = trials.filter(({ arms }) => placeOf.has(arms[0]!.treatment));
  return {
    counts: {
      treatments,
      reference,
      df: atZero.df,
      design,
      start: atZero.beta,
      trials: kept.map(({ study, arms }) => ({
        study,
        arms: Int32Array.from(arms, ({ treatment }) => placeOf.get(treatment)!),
        a: Float64Array.from(arms, ({ a }) => a),
        n: Float64Array.from(arms, ({ n }) => n),
      })),
    },
    trials: arranged,
    typicalVariance: atZero.df === 0 ? null : atZero.df / at(0).trP(),
  };
}
