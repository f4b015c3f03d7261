import type { Measure } from "../../../effects/effect.js";
import { bilinear } from "../../../linear/products.js";
import { freeze } from "../../../numerics/freeze.js";
import { designEvidence, pooledDesign } from "../../inconsistency/designEvidence.js";
import type { Network, NetworkDesign } from "../../result.js";
import { workingNetwork } from "../../workingNetwork.js";
import { designLinks, throughput } from "../designFlows.js";
import { potentials } from "../potentials.js";
import { effectsFrom, type PlacedDesign } from "./effectsFrom.js";

/** A design and how it fits into the network. */
export interface HeatDesign extends NetworkDesign {
  /** Its part of Q between designs: how far its own estimates are from those of the network, r′V⁻¹r. */
  readonly inconsistency: number;
}

/** A comparison of a design. */
export interface HeatRow {
  /** Which of `designs`. */
  readonly design: number;
  readonly treatment: string;
  readonly against: string;
  /** How much evidence of each of `designs` goes into the network's estimate of it: the areas of a net heat plot. */
  readonly contributions: readonly number[];
}

/** The frozen, JSON-serialisable result of {@link netHeat}. */
export interface NetHeat {
  readonly designs: readonly HeatDesign[];
  /** Q between designs: the sum of their inconsistencies. */
  readonly Q: number;
  readonly rows: readonly HeatRow[];
  /**
   * By how much the inconsistency of the row's design falls where the column's design has effects of its own: the colours of a
   * net heat plot. Above 0 the two contradict each other, below 0 they support each other; the diagonal holds the designs' own
   * inconsistencies, and a column that is like it dissolves them all.
   */
  readonly change: readonly (readonly number[])[];
}

/**
 * What a net heat plot shows: which designs drive which estimates, and where the network is inconsistent because of which. At the
 * network's τ²; the plot of the paper is that of a network fitted with tau2 "EE", in which heterogeneity can look like
 * inconsistency.
 *
 * A design of several arms is detached as a whole and has one inconsistency, whichever arm the others are compared with.
 *
 * Throws `NOT_A_NETWORK`.
 *
 * Krahn, Binder & König 2013, BMC Medical Research Methodology 13:35; König, Krahn & Binder 2013, Statistics in Medicine
 * 32:5414-5429.
 *
 * @example
 * import { netHeat, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.04 },
 *   ],
 *   { tau2: "EE" },
 * );
 * const { Q, change } = netHeat(fit);
 * Q; // => 0.9
 * change.map((row) => row[0]); // => [0.18, 0.36, 0.36]
 */
export function netHeat<M extends Measure>(network: Network<M>): NetHeat {
  const { model, fitAt } = workingNetwork(network);
  const { value: tau2 } = network.tau2;
  const names = model.treatments;
  const designs = designEvidence(network.designs, model).map((evidence): PlacedDesign => {
    const { effects, precision } = pooledDesign(evidence, tau2);
    return { places: evidence.places, effects, precision };
  });
  const whole = effectsFrom(designs, names.length);
  const inconsistencies = designs.map((design) => inconsistency(design, whole));
  const detached = designs.map((without) => effectsFrom(designs, names.length, without));
  const change = designs.map((design, row) =>
    detached.map((effects, column) => inconsistencies[row]! - (row === column ? 0 : inconsistency(design, effects))),
  );
  const potentialsOf = potentials(model, fitAt(tau2));
  const links = designLinks(network);
  const rows = designs.flatMap(({ places }, design) =>
    pairsOf(places).map(([a, b]): HeatRow => {
      const z = potentialsOf(a, b);
      const contributions = links.map((each) => throughput(each, z));
      return { design, treatment: names[a]!, against: names[b]!, contributions };
    }),
  );
  return freeze<NetHeat>({
    designs: network.designs.map((design, d) => ({ ...design, inconsistency: inconsistencies[d]! })),
    Q: inconsistencies.reduce((sum, each) => sum + each, 0),
    rows,
    change,
  });
}

/** r′V⁻¹r of a design's own estimates around those of a network. */
function inconsistency({ places: [first, ...others], effects, precision }: PlacedDesign, theta: Float64Array): number {
  const residuals = effects.map((effect, i) => effect - (theta[others[i]!]! - theta[first!]!));
  return bilinear(residuals, precision, residuals);
}

function pairsOf(places: readonly number[]): readonly (readonly [number, number])[] {
  return places.flatMap((a, i) => places.slice(i + 1).map((b) => [a, b] as const));
}
