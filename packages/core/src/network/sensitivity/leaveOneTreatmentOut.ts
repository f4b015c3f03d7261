import type { Measure } from "../../effects/effect.js";
import { freeze } from "../../numerics/freeze.js";
import type { Network } from "../result.js";
import { workingNetwork } from "../workingNetwork.js";
import { type RefittedNetwork, refitNetwork } from "./refitNetwork.js";

/**
 * The network without each of its treatments but the reference: trials of several arms lose that arm, trials of two are left
 * out. Effects that move much rest on what that treatment carries through the network.
 *
 * Throws `NOT_A_NETWORK`. Mills et al. 2013, BMJ 346:f2914.
 *
 * @example
 * import { leaveOneTreatmentOut, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.05 },
 *   ],
 *   { tau2: "EE", reference: "sham" },
 * );
 * leaveOneTreatmentOut(fit).map(({ omitted, effects }) => [omitted, effects.map(({ estimate }) => estimate)]);
 * // => [["acupuncture", [null, 0.2]], ["waiting", [-0.3, null]]]
 */
export function leaveOneTreatmentOut<M extends Measure>(network: Network<M>): readonly RefittedNetwork[] {
  const { effects } = workingNetwork(network);
  const others = network.treatments.map(({ name }) => name).filter((name) => name !== network.reference);
  return freeze(
    others.flatMap((omitted) => {
      const refit = refitNetwork(
        network,
        effects.filter(({ treat1, treat2 }) => treat1 !== omitted && treat2 !== omitted),
      );
      return refit === null ? [] : [{ omitted, ...refit }];
    }),
  );
}
