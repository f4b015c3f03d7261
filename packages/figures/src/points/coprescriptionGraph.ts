import { counted, fixed, metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { graphCircle } from "../graph/graphCircle.js";
import { graphEdges } from "../graph/graphEdges.js";
import { graphLabels } from "../graph/graphLabels.js";
import { type Graph, graphLayers } from "../graph/graphLayers.js";
import { boundsOf, circleOf } from "../graph/graphRoom.js";
import { chartOf } from "../layout/chartOf.js";
import type { Key } from "../layout/plane/keys.js";
import { smallPrint } from "../layout/smallPrint.js";
import { messages } from "../messages.js";
import { palette, series, sizes } from "../theme/theme.js";

/** Points that come together, as `coprescriptionNetwork` of @acumeta/acupoints finds them. */
export interface PrescribedTogether {
  readonly points: readonly { readonly code: string; readonly trials: number; readonly community: number }[];
  readonly pairs: readonly { readonly a: string; readonly b: string; readonly trials: number }[];
  readonly communities: readonly (readonly string[])[];
  readonly modularity: number;
}

const NARROWEST = 440;

/**
 * Which points are prescribed together: points on a circle, neighbours by community, with areas in proportion to the trials that list
 * them, and a line for each pair, its width in proportion to the trials that list both. A picture of habits, not of effects.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW` where no pair comes together often enough.
 *
 * @example
 * import { coprescriptionNetwork } from "@acumeta/acupoints";
 * import { coprescriptionGraph } from "@acumeta/figures";
 * const common = { conditionGroup: "low-back-pain", n: null, basis: "fixed" } as const;
 * const lists = [["BL23", "BL40"], ["BL23", "BL40"], ["LI4", "LR3"], ["LI4", "LR3"]];
 * const network = coprescriptionNetwork(lists.map((codes, i) => ({ trialId: `t${i}`, codes, ...common })));
 * coprescriptionGraph(network).description;
 * // => "Points prescribed together: 4 points, 2 pairs, 2 communities (modularity 0.50): BL23, BL40; LI4, LR3."
 */
export function coprescriptionGraph(network: PrescribedTogether, options: { readonly title?: string } = {}): ChartSpec {
  const isNetwork = isObject(network) && Array.isArray(network.points) && Array.isArray(network.pairs);
  checkArgument(isNetwork, "network", network, "what coprescriptionNetwork gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "" } = options;
  if (network.pairs.length === 0)
    throw metaError(messages.nothingToDraw("pairs of points that come together often enough"));
  const graph = graphOf(network);
  const bounds = boundsOf(graph);
  const width = Math.ceil(Math.max(NARROWEST, bounds.right - bounds.left));
  const centre = { x: (width - bounds.left - bounds.right) / 2, y: -bounds.top };
  const small = smallPrint(
    { keys: keysOf(network), notes: notesOf(network) },
    { top: centre.y + bounds.bottom + sizes.columnGap, width },
  );
  return chartOf({
    title,
    description: describeTogether(network, title),
    width,
    height: Math.ceil(small.bottom),
    layers: [...graphLayers(graph, centre, small.labels), ...small.layers],
  });
}

function graphOf({ points, pairs }: PrescribedTogether): Graph {
  const ordered = [...points].sort((a, b) => a.community - b.community || b.trials - a.trials);
  const places = new Map(ordered.map(({ code }, place) => [code, place]));
  const circle = circleOf(ordered.map(({ code }) => code));
  const things = ordered.map(({ code, trials }) => ({ name: code, trials, n: null }));
  const nodes = graphCircle(things, circle).map((node, i) => ({ ...node, color: colorOf(ordered[i]!.community) }));
  const edges = graphEdges(
    pairs.map(({ a, b, trials }) => ({ from: places.get(a)!, to: places.get(b)!, trials })),
    nodes,
  );
  return { nodes, edges, numbers: [], names: graphLabels(nodes, circle), designs: [], edgeOpacity: 0.45 };
}

/** Communities beyond the colours there are share one. */
function colorOf(community: number): string {
  return series[community - 1] ?? palette.muted;
}

function keysOf({ communities }: PrescribedTogether): readonly Key[] {
  const own = communities.slice(0, series.length).map(
    (codes, i): Key => ({
      text: `community ${i + 1}: ${counted(codes.length, "point")}`,
      mark: "disc",
      color: series[i]!,
    }),
  );
  const others = communities.length - own.length;
  return others > 0
    ? [...own, { text: `${counted(others, "other community")}`, mark: "disc", color: palette.muted }]
    : own;
}

function notesOf({ points, pairs, modularity }: PrescribedTogether): readonly string[] {
  const most = Math.max(...points.map(({ trials }) => trials));
  const widest = Math.max(...pairs.map(({ trials }) => trials));
  return [
    `Areas: trials that list the point (at most ${most}); lines: trials that list both (at most ${widest}). Communities by the method of Louvain, modularity ${fixed(modularity, 2)}. What is prescribed together says nothing of what works.`,
  ];
}

const NAMED = 8;

function describeTogether({ points, pairs, communities, modularity }: PrescribedTogether, title: string): string {
  const each = communities.map((codes) =>
    codes.length > NAMED ? `${codes.slice(0, NAMED).join(", ")} and ${codes.length - NAMED} more` : codes.join(", "),
  );
  return `Points prescribed together${title === "" ? "" : `, ${title}`}: ${counted(points.length, "point")}, ${counted(pairs.length, "pair")}, ${counted(communities.length, "community")} (modularity ${fixed(modularity, 2)}): ${each.join("; ")}.`;
}
