import { gaussLegendre } from "../../../numerics/gaussLegendre.js";
import type { ContributionMethod } from "./method.js";
import type { EvidenceStream } from "./stream.js";

/**
 * Who walks from treatment to treatment, taking each way out as often as evidence flows along it, takes each path with a
 * probability that is what the path contributes, in equal parts by each of its comparisons. The sum of probability/length over
 * all paths through an edge is the integral over s from 0 to 1 of Σ probability sˡ⁻¹. That is the probability of the edge times
 * a polynomial of the ways to it and one of the ways from it, so that no list of paths is needed.
 */
export const randomWalk = {
  id: "randomWalk",
  label: "random walks along the evidence",
  citation: "Davies, Papakonstantinou, Nikolakopoulou, Rücker & Galla 2022, Statistics in Medicine 41:2091-2114",
  compute: (stream) => {
    const { edges } = stream;
    const chances = chancesOf(stream);
    const { points, weights } = gaussLegendre([0, 1], Math.ceil(longest(stream) / 2));
    const contributions = new Float64Array(edges.length);
    for (let i = 0; i < points.length; i++) {
      const { before, after } = waysAt(points[i]!, stream, chances);
      for (let e = 0; e < edges.length; e++)
        contributions[e]! += weights[i]! * chances[e]! * before[edges[e]!.from]! * after[edges[e]!.to]!;
    }
    return contributions;
  },
} as const satisfies ContributionMethod;

/** The probability of each edge for who is where it starts. */
function chancesOf({ n, edges }: EvidenceStream): Float64Array {
  const out = new Float64Array(n);
  for (const { from, flow } of edges) out[from]! += flow;
  return Float64Array.from(edges, ({ from, flow }) => flow / out[from]!);
}

/** How many edges the longest path has. */
function longest({ n, sink, edges }: EvidenceStream): number {
  const lengths = new Int32Array(n);
  for (const { from, to } of edges) lengths[to] = Math.max(lengths[to]!, lengths[from]! + 1);
  return lengths[sink]!;
}

/** Σ probability sˡ over the ways from the source to each treatment, and over those from it to the sink, by their lengths l. */
function waysAt(
  s: number,
  { n, source, sink, edges }: EvidenceStream,
  chances: Float64Array,
): { readonly before: Float64Array; readonly after: Float64Array } {
  const before = new Float64Array(n);
  const after = new Float64Array(n);
  before[source] = 1;
  after[sink] = 1;
  for (let e = 0; e < edges.length; e++) before[edges[e]!.to]! += s * chances[e]! * before[edges[e]!.from]!;
  for (let e = edges.length - 1; e >= 0; e--) after[edges[e]!.from]! += s * chances[e]! * after[edges[e]!.to]!;
  return { before, after };
}
