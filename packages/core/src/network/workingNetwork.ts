import type { Measure } from "../effects/effect.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { type SparseLeastSquares, sparseLeastSquares } from "../sparse/sparseLeastSquares.js";
import { arrangeTrials } from "./arrange/arrangeTrials.js";
import { consistencyModel } from "./arrange/networkDesign.js";
import type { NetworkModel } from "./arrange/networkModel.js";
import type { NetworkEffect } from "./networkEffect.js";
import type { Network } from "./result.js";

/** A network as the functions that look further into it need it. */
export interface WorkingNetwork {
  readonly effects: readonly NetworkEffect[];
  readonly model: NetworkModel;
  /** Weighted least squares at the τ² of the network, or at another. */
  readonly fitAt: (tau2: number) => SparseLeastSquares;
}

/** Refuses (`NOT_A_NETWORK`) what is no result of `network`. */
export function workingNetwork<M extends Measure>(network: Network<M>): WorkingNetwork {
  checkIsNetwork(network);
  if (network.contrasts.length === 0) throw metaError(messages.noComparisons());
  const effects = network.contrasts.map(
    ({ n1, n2, ...rest }): NetworkEffect => ({
      ...rest,
      measure: network.measure,
      ...(n1 !== null && { n1 }),
      ...(n2 !== null && { n2 }),
    }),
  );
  const treatments = network.treatments.map(({ name }) => name);
  const { trials } = arrangeTrials(effects, treatments);
  const model = consistencyModel(trials, treatments, treatments.indexOf(network.reference));
  return { effects, model, fitAt: (tau2) => sparseLeastSquares(model.design, tau2) };
}

export function checkIsNetwork(found: unknown): void {
  const isNetwork = typeof found === "object" && found !== null && "contrasts" in found && "scaled" in found;
  if (!isNetwork) throw metaError(messages.notANetwork({ found }));
}
