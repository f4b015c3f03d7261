import type { ContributionMethod } from "./method.js";
import { type EvidenceStream, edgesLeaving, type FlowEdge, NOTHING } from "./stream.js";

/**
 * Takes the path of fewest comparisons, gives each of its comparisons an equal part of the most that flows along all of it,
 * takes that away, and so on until nothing flows. Which of equally short paths is taken matters, and the paper leaves it open:
 * here, as in R's netmeta, that whose treatments come first in the list of the pairs, each pair in the direction of its flow.
 */
export const shortestPath = {
  id: "shortestPath",
  label: "shortest paths first",
  citation: "Papakonstantinou, Nikolakopoulou, Rücker, Chaimani, Schwarzer, Egger & Salanti 2018, F1000Research 7:610",
  compute: ({ n, source, sink, edges }) => {
    const left = Float64Array.from(edges, ({ flow }) => flow);
    const contributions = new Float64Array(edges.length);
    const leaving = edgesLeaving(byFirstAppearance(edges), n);
    const search = { source, sink, leaving, cameBy: new Array<NumberedEdge | null>(n), queue: new Int32Array(n) };
    for (;;) {
      const path = firstShortestPath(search, left);
      if (path === null) return contributions;
      let flow = Number.POSITIVE_INFINITY;
      for (const edge of path) flow = Math.min(flow, left[edge]!);
      for (const edge of path) {
        contributions[edge]! += flow / path.length;
        left[edge]! -= flow;
      }
    }
  },
} as const satisfies ContributionMethod;

interface NumberedEdge {
  readonly from: number;
  readonly to: number;
  readonly edge: number;
}

/** Edges with their numbers, those first that lead to the treatments that come first. */
function byFirstAppearance(edges: readonly FlowEdge[]): readonly NumberedEdge[] {
  const numbered = edges.map(({ from, to, pair }, edge) => ({ from, to, pair, edge }));
  const listed = numbered.toSorted((one, other) => one.pair - other.pair).flatMap(({ from, to }) => [from, to]);
  const appearance = new Map([...new Set(listed)].map((place, first) => [place, first]));
  return numbered.sort((one, other) => appearance.get(one.to)! - appearance.get(other.to)!);
}

interface Search extends Pick<EvidenceStream, "source" | "sink"> {
  readonly leaving: readonly (readonly NumberedEdge[])[];
  /** Room for the edge by which each treatment was reached, and for treatments in the order in which they were. */
  readonly cameBy: (NumberedEdge | null)[];
  readonly queue: Int32Array;
}

/** By breadth-first search, the numbers of its edges; null where nothing is left. */
function firstShortestPath(
  { source, sink, leaving, cameBy, queue }: Search,
  left: Float64Array,
): readonly number[] | null {
  cameBy.fill(null);
  queue[0] = source;
  let reached = 1;
  for (let head = 0; head < reached && cameBy[sink] === null; head++)
    for (const each of leaving[queue[head]!]!) {
      if (left[each.edge]! <= NOTHING || cameBy[each.to] !== null) continue;
      cameBy[each.to] = each;
      queue[reached++] = each.to;
    }
  if (cameBy[sink] === null) return null;
  const path: number[] = [];
  for (let place = sink; place !== source; place = cameBy[place]!.from) path.push(cameBy[place]!.edge);
  return path;
}
