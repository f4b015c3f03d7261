import type { Measure } from "../../effects/effect.js";
import { arrangeTrials } from "../../network/arrange/arrangeTrials.js";
import { subnetworks } from "../../network/arrange/subnetworks.js";
import type { NetworkTrial } from "../../network/arrange/trial.js";
import { checkNetwork } from "../../network/checkNetwork.js";
import type { NetworkEffect } from "../../network/networkEffect.js";
import { type Combination, type ComponentOptions, combinationsOf } from "./combinations.js";

/** Trials, and the treatments that they compare as components. */
export interface ArrangedComponents<M extends Measure = Measure> {
  readonly measure: M;
  readonly trials: readonly NetworkTrial[];
  /** Trials whose comparisons add up but for rounding. */
  readonly rounded: readonly string[];
  readonly treatments: readonly string[];
  readonly combinations: readonly Combination[];
  /** Parts of the network that no trial joins, as treatments. */
  readonly parts: readonly (readonly string[])[];
}

/** No connection is asked for: components that parts have in common join them. */
export function arrangeComponents<M extends Measure>(
  effects: readonly NetworkEffect<M>[],
  options: ComponentOptions,
): ArrangedComponents<M> {
  const { measure, treatments } = checkNetwork(effects);
  const combinations = combinationsOf(treatments, options);
  const { trials, rounded } = arrangeTrials(effects, treatments);
  const links = trials.flatMap(({ arms }) => Array.from(arms.subarray(1), (arm) => [arms[0]!, arm] as const));
  const parts = subnetworks(treatments.length, links).map((part) => part.map((place) => treatments[place]!));
  return { measure, trials, rounded, treatments, combinations, parts };
}
