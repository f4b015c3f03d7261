import type { Measure } from "../../effects/effect.js";
import { freeze } from "../../numerics/freeze.js";
import { compareTreatments } from "../compareTreatments.js";
import type { Network } from "../result.js";
import { workingNetwork } from "../workingNetwork.js";
import { comparedPairs } from "./comparedPairs.js";
import { armFlows, designLinks, throughput } from "./designFlows.js";
import { potentials } from "./potentials.js";

/** By how much an estimate takes the trials that compare the same treatments. */
export interface DesignFlow {
  readonly treatments: readonly string[];
  readonly studies: readonly string[];
  /** The factor of each arm, in the order of `treatments`; they sum to 0. */
  readonly arms: readonly number[];
  /** What goes through the design: half the sum of the arms' absolute factors. */
  readonly flow: number;
}

/** By how much an estimate takes all comparisons of two treatments. */
export interface ComparisonFlow {
  readonly treatment: string;
  readonly against: string;
  /** From `treatment` to `against`, which stand so that it is not below 0. */
  readonly flow: number;
}

/** The frozen, JSON-serialisable result of {@link evidenceFlow}. */
export interface EvidenceFlow {
  readonly treatment: string;
  readonly against: string;
  readonly designs: readonly DesignFlow[];
  readonly comparisons: readonly ComparisonFlow[];
  /** The sum of the designs' flows: 1 where all evidence is direct; above 2, more than two comparisons follow each other. */
  readonly meanPathLength: number;
  /** 1/(largest flow through a design): how many independent designs, at the least, an estimate rests on. */
  readonly minimalParallelism: number;
}

/**
 * From which evidence the network estimates one treatment against another. The estimate is a sum of what trials found with
 * factors that make a flow: 1 in all leaves `treatment`, 1 arrives at `against`, and what arrives at any other leaves it again.
 * A trial of several arms has one factor for each arm, whichever of them the others are compared with; as comparisons, it
 * counts with its reduced weights.
 *
 * Throws `NOT_A_NETWORK`, `UNKNOWN_TREATMENT`, `SELF_COMPARISON`.
 *
 * König, Krahn & Binder 2013, Statistics in Medicine 32:5414-5429.
 *
 * @example
 * import { evidenceFlow, network } from "@acumeta/core";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *     { ...smd, study: "C", treat1: "sham", treat2: "waiting", yi: -0.2, vi: 0.04 },
 *   ],
 *   { tau2: "EE" },
 * );
 * const { comparisons, meanPathLength } = evidenceFlow(fit, "acupuncture", "sham");
 * comparisons.map(({ treatment, against, flow }) => [treatment, against, flow]);
 * // => [["acupuncture", "sham", 0.8], ["acupuncture", "waiting", 0.2], ["waiting", "sham", 0.2]]
 * meanPathLength; // => 1.2
 */
export function evidenceFlow<M extends Measure>(network: Network<M>, treatment: string, against: string): EvidenceFlow {
  compareTreatments(network, treatment, against);
  const { model, fitAt } = workingNetwork(network);
  const names = model.treatments;
  const z = potentials(model, fitAt(network.tau2.value))(names.indexOf(treatment), names.indexOf(against));
  const designs = designLinks(network).map((links, d): DesignFlow => {
    return { ...network.designs[d]!, arms: Array.from(armFlows(links, z)), flow: throughput(links, z) };
  });
  const comparisons = comparedPairs(network).map(({ a, b, weight }): ComparisonFlow => {
    const flow = weight * (z[a]! - z[b]!);
    const [from, to] = flow < 0 ? [b, a] : [a, b];
    return { treatment: names[from]!, against: names[to]!, flow: Math.abs(flow) };
  });
  return freeze({ treatment, against, designs, comparisons, ...pathMeasures(designs.map(({ flow }) => flow)) });
}

/** Mean path length and minimal parallelism, of the flows through designs. */
export function pathMeasures(flows: readonly number[]): Pick<EvidenceFlow, "meanPathLength" | "minimalParallelism"> {
  let sum = 0;
  let largest = 0;
  for (const flow of flows) {
    sum += flow;
    largest = Math.max(largest, flow);
  }
  return { meanPathLength: sum, minimalParallelism: 1 / largest };
}
