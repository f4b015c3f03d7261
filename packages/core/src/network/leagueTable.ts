import type { Measure } from "../effects/effect.js";
import { freeze } from "../numerics/freeze.js";
import { comparisons } from "./compareTreatments.js";
import type { Network, TreatmentEffect } from "./result.js";
import { checkIsNetwork } from "./workingNetwork.js";

/**
 * The network's estimate of every treatment against every treatment after it: n(n − 1)/2 comparisons with their intervals, in
 * the order of `treatments`. Throws `NOT_A_NETWORK`.
 *
 * @example
 * import { leagueTable, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE" },
 * );
 * leagueTable(fit).map(({ treatment, against, estimate }) => [treatment, against, estimate]);
 * // => [["acupuncture", "sham", -0.3], ["acupuncture", "waiting", -0.8], ["sham", "waiting", -0.5]]
 */
export function leagueTable<M extends Measure>(network: Network<M>): readonly TreatmentEffect[] {
  checkIsNetwork(network);
  const compare = comparisons(network);
  const n = network.treatments.length;
  const rows: TreatmentEffect[] = [];
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) rows.push(compare(a, b));
  return freeze(rows);
}
