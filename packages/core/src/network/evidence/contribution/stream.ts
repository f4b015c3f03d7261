import type { ComparedPair } from "../comparedPairs.js";

/** A part of a flow between two treatments, by their places, greater than 0. */
export interface FlowEdge {
  readonly from: number;
  readonly to: number;
  readonly flow: number;
  /** Which of the compared pairs it is. */
  readonly pair: number;
}

/**
 * A flow of 1 from a treatment to another, of n, that never goes in circles: no edge stands before one that leads to where it
 * starts.
 */
export interface EvidenceStream {
  readonly n: number;
  readonly source: number;
  readonly sink: number;
  readonly edges: readonly FlowEdge[];
}

/** Less than this in a flow of 1 is rounding. */
export const NOTHING = 1e-12;

/**
 * The evidence on one treatment against another as a flow along the compared pairs. Only weights below 0, of trials whose
 * variances are not those of independent arms, make a flow go in circles; what does so leads nowhere and is left out.
 */
export function evidenceStream(
  pairs: readonly ComparedPair[],
  z: Float64Array,
  { source, sink }: { readonly source: number; readonly sink: number },
): EvidenceStream {
  const n = z.length;
  let edges = pairs.flatMap(({ a, b, weight }, pair): FlowEdge[] => {
    const flow = weight * (z[a]! - z[b]!);
    if (Math.abs(flow) <= NOTHING) return [];
    return [flow > 0 ? { from: a, to: b, flow, pair } : { from: b, to: a, flow: -flow, pair }];
  });
  for (;;) {
    const { order, circle } = inOrder(edges, n);
    if (circle === null)
      return { n, source, sink, edges: edges.sort((e, f) => order[e.from]! - order[f.from]! || e.pair - f.pair) };
    const around = circle.reduce((least, { flow }) => Math.min(least, flow), Number.POSITIVE_INFINITY);
    edges = edges
      .map((edge) => (circle.includes(edge) ? { ...edge, flow: edge.flow - around } : edge))
      .filter(({ flow }) => flow > NOTHING);
  }
}

/** Ranks of the treatments, each after those that lead to it; or else edges that lead from a treatment to itself. */
function inOrder(
  edges: readonly FlowEdge[],
  n: number,
): { readonly order: Int32Array; readonly circle: readonly FlowEdge[] | null } {
  const leaving = edgesLeaving(edges, n);
  const entering = new Int32Array(n);
  for (const { to } of edges) entering[to]! += 1;
  const order = new Int32Array(n).fill(-1);
  const next = Array.from({ length: n }, (_, place) => place).filter((place) => entering[place] === 0);
  for (let rank = 0; rank < next.length; rank++) {
    order[next[rank]!] = rank;
    for (const { to } of leaving[next[rank]!]!) {
      entering[to]! -= 1;
      if (entering[to] === 0) next.push(to);
    }
  }
  return { order, circle: next.length === n ? null : circleAmong(edges.filter((edge) => order[edge.from] === -1)) };
}

/** Backwards from edge to edge among edges each of which has one before it, until one comes again. */
function circleAmong(edges: readonly FlowEdge[]): readonly FlowEdge[] {
  const entering = new Map(edges.map((edge) => [edge.to, edge]));
  const passed: FlowEdge[] = [];
  let edge = edges[0]!;
  while (!passed.includes(edge)) {
    passed.push(edge);
    edge = entering.get(edge.from)!;
  }
  return passed.slice(passed.indexOf(edge));
}

/** The edges that start at each of n treatments. */
export function edgesLeaving<E extends { readonly from: number }>(edges: readonly E[], n: number): readonly E[][] {
  const leaving = Array.from({ length: n }, (): E[] => []);
  for (const edge of edges) leaving[edge.from]!.push(edge);
  return leaving;
}
