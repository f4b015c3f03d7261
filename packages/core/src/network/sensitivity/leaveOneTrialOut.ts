import type { Measure } from "../../effects/effect.js";
import { freeze } from "../../numerics/freeze.js";
import type { Network } from "../result.js";
import { workingNetwork } from "../workingNetwork.js";
import { type RefittedNetwork, refitNetwork } from "./refitNetwork.js";

/**
 * The network without each of its trials: how much its effects hang on any one. A treatment that only one trial connects with
 * the reference is cut off without it, and has no estimate then. A trial that alone has the reference can't be left out: it has
 * no row.
 *
 * Throws `NOT_A_NETWORK`.
 *
 * @example
 * import { leaveOneTrialOut, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "sham", yi: -0.1, vi: 0.02 },
 *     { ...smd, study: "C", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE", reference: "sham" },
 * );
 * leaveOneTrialOut(fit).map(({ omitted, effects, cutOff }) => [omitted, effects[0].estimate, cutOff]);
 * // => [["A", -0.1, []], ["B", -0.3, []], ["C", -0.2, ["waiting"]]]
 */
export function leaveOneTrialOut<M extends Measure>(network: Network<M>): readonly RefittedNetwork[] {
  const { effects, model } = workingNetwork(network);
  return freeze(
    model.trials.flatMap(({ study: omitted }) => {
      const refit = refitNetwork(
        network,
        effects.filter(({ study }) => study !== omitted),
      );
      return refit === null ? [] : [{ omitted, ...refit }];
    }),
  );
}
