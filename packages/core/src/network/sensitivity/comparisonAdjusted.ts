import type { Effect, Measure } from "../../effects/effect.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { messages } from "../../errors/messages.js";
import { metaError } from "../../errors/metaError.js";
import { freeze } from "../../numerics/freeze.js";
import type { Network, NetworkContrast } from "../result.js";
import { checkIsNetwork } from "../workingNetwork.js";

export interface ComparisonAdjustedOptions {
  /**
   * All treatments, those first that small trials would be expected to favour: the new before the old, active before sham before
   * none. Every comparison is turned to favour the earlier.
   */
  readonly order: readonly string[];
}

/** A comparison by how much it differs from the mean of its kind. */
export interface AdjustedEffect<M extends Measure = Measure> extends Effect<M> {
  readonly treat1: string;
  readonly treat2: string;
  /** The mean of all trials of this comparison, weighted by 1/(v + τ²). */
  readonly mean: number;
}

/**
 * Effects of a network as one funnel: each comparison less the mean of all that compare the same treatments, so that different
 * comparisons lie around 0 together; `yi` is what a funnel plot and `biasTest` take. Comparisons made by one trial alone have
 * nothing to differ from and are left out. Several comparisons of one trial are not independent, which a test by `biasTest` does
 * not know.
 *
 * Throws `NOT_AN_ORDER` unless `order` has every treatment once, `NOT_A_NETWORK`, `UNKNOWN_OPTION`.
 *
 * Chaimani & Salanti 2012, Research Synthesis Methods 3:161-176; Chaimani, Higgins, Mavridis, Spyridonos & Salanti 2013, PLoS
 * ONE 8:e76654.
 *
 * @example
 * import { comparisonAdjusted, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "sham", treat2: "acupuncture", yi: 0.1, vi: 0.02 },
 *     { ...smd, study: "C", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE" },
 * );
 * comparisonAdjusted(fit, { order: ["acupuncture", "sham", "waiting"] }).map(({ study, yi }) => [study, yi]);
 * // => [["A", -0.1], ["B", 0.1]]
 */
export function comparisonAdjusted<M extends Measure>(
  network: Network<M>,
  options: ComparisonAdjustedOptions,
): readonly AdjustedEffect<M>[] {
  checkIsNetwork(network);
  checkOptionNames(options, ["order"]);
  const place = placesIn(options.order, network);
  const byComparison = new Map<string, NetworkContrast[]>();
  for (const contrast of network.contrasts) {
    const turned = place.get(contrast.treat1)! < place.get(contrast.treat2)! ? contrast : turn(contrast);
    const key = JSON.stringify([turned.treat1, turned.treat2]);
    byComparison.set(key, [...(byComparison.get(key) ?? []), turned]);
  }
  const { measure, tau2 } = network;
  const several = [...byComparison.values()].filter((contrasts) => contrasts.length > 1);
  return freeze(
    several.flatMap((contrasts) => {
      const mean = weightedMean(contrasts, tau2.value);
      return contrasts.map(({ study, treat1, treat2, yi, vi }) => ({
        study,
        measure,
        treat1,
        treat2,
        yi: yi - mean,
        vi,
        mean,
      }));
    }),
  );
}

function placesIn(order: unknown, { treatments }: Network): ReadonlyMap<string, number> {
  const names = treatments.map(({ name }) => name);
  const isOrder = Array.isArray(order) && order.length === names.length && names.every((name) => order.includes(name));
  if (!isOrder) throw metaError(messages.notAnOrder({ found: order, names }));
  return new Map((order as readonly string[]).map((name, place) => [name, place]));
}

const turn = ({ treat1, treat2, yi, ...rest }: NetworkContrast): NetworkContrast => ({
  ...rest,
  treat1: treat2,
  treat2: treat1,
  yi: -yi,
});

function weightedMean(contrasts: readonly NetworkContrast[], tau2: number): number {
  let sum = 0;
  let weights = 0;
  for (const { yi, vi } of contrasts) {
    sum += yi / (vi + tau2);
    weights += 1 / (vi + tau2);
  }
  return sum / weights;
}
