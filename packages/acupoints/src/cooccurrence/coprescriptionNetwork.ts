import { freeze } from "@acumeta/core";
import { UndirectedGraph } from "graphology";
import module from "graphology-communities-louvain";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { checkArgument, checkOptionsObject } from "../checkArgument.js";
import { byPoint } from "../popularity/popularity.js";
import type { Prescription } from "../prescriptions/prescriptions.js";
import { cooccurrence, type PointPair } from "./cooccurrence.js";

/** The package's types are those of an ES module; it is a CommonJS one, whose default import is the function itself. */
const louvain = module as unknown as typeof module.default;

/** How to draw the network. */
export interface CoprescriptionOptions {
  /** Pairs that fewer prescriptions list together are left out; 2 unless given. */
  readonly minimumTrials?: number;
  /** Of the search for communities; 1 unless given. */
  readonly seed?: number;
}

/** A point and its place among others. */
export interface CoprescribedPoint {
  readonly code: string;
  /** Prescriptions that list it. */
  readonly trials: number;
  /** Points that it comes together with, and in how many prescriptions, summed. */
  readonly degree: number;
  readonly strength: number;
  /** 1, 2, …, the largest community first. */
  readonly community: number;
}

/** The frozen, JSON-serialisable result of {@link coprescriptionNetwork}. */
export interface CoprescriptionNetwork {
  readonly points: readonly CoprescribedPoint[];
  readonly pairs: readonly PointPair[];
  readonly communities: readonly (readonly string[])[];
  /** How much more prescriptions stay within communities than by chance: from 0, the same, towards 1. */
  readonly modularity: number;
  readonly seed: number;
}

/**
 * Which points are prescribed together, and in what circles: a network of pairs by the number of prescriptions that list both, with
 * communities by the method of Louvain. A prescribing habit, and nothing about effects.
 *
 * Throws `WRONG_ARGUMENT`. Blondel, Guillaume, Lambiotte & Lefebvre 2008, Journal of Statistical Mechanics P10008.
 *
 * @example
 * import { coprescriptionNetwork } from "@acumeta/acupoints";
 * const common = { conditionGroup: "low-back-pain", n: null, basis: "fixed" } as const;
 * const lists = [["BL23", "BL40"], ["BL23", "BL40"], ["LI4", "LR3"], ["LI4", "LR3"]];
 * const network = coprescriptionNetwork(lists.map((codes, i) => ({ trialId: `t${i}`, codes, ...common })));
 * network.communities; // => [["BL23", "BL40"], ["LI4", "LR3"]]
 * network.modularity; // => 0.5
 */
export function coprescriptionNetwork(
  prescriptions: readonly Prescription[],
  options: CoprescriptionOptions = {},
): CoprescriptionNetwork {
  checkOptionsObject(options);
  const { minimumTrials = 2, seed = 1 } = options;
  checkArgument(
    Number.isSafeInteger(minimumTrials) && minimumTrials >= 1,
    "minimumTrials",
    minimumTrials,
    "a whole number from 1",
  );
  checkArgument(Number.isSafeInteger(seed), "seed", seed, "a whole number");
  const pairs = cooccurrence(prescriptions, { minimumTrials });
  const graph = new UndirectedGraph();
  for (const code of [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort(inOrder)) graph.addNode(code);
  for (const { a, b, trials } of pairs) graph.addEdge(a, b, { weight: trials });
  const trialsOf = byPoint(prescriptions);
  const generator = xoroshiro128plus(seed);
  const found = pairs.length === 0 ? null : louvain.detailed(graph, { rng: () => uniformFloat64(generator) });
  const communities = communitiesOf(graph.nodes(), found?.communities ?? {});
  return freeze<CoprescriptionNetwork>({
    points: graph
      .nodes()
      .map((code) => ({
        code,
        trials: trialsOf.get(code)!.length,
        degree: graph.degree(code),
        strength: graph.reduceEdges(code, (sum: number, _, { weight }) => sum + Number(weight), 0),
        community: 1 + communities.findIndex((codes) => codes.includes(code)),
      }))
      .sort((a, b) => b.strength - a.strength || inOrder(a.code, b.code)),
    pairs,
    communities,
    modularity: found?.modularity ?? 0,
    seed,
  });
}

const inOrder = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

/** The members of each community, the largest first. */
function communitiesOf(
  codes: readonly string[],
  communityOf: Readonly<Record<string, number>>,
): readonly (readonly string[])[] {
  const ids = [...new Set(Object.values(communityOf))];
  const members = ids.map((id) => codes.filter((code) => communityOf[code] === id).sort(inOrder));
  return members.sort((a, b) => b.length - a.length || inOrder(a[0]!, b[0]!));
}
