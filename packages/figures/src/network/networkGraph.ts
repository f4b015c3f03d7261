import { counted, countText, metaError, type Network } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { edgeNumbers } from "../graph/edgeNumbers.js";
import { graphCircle, nodeSize } from "../graph/graphCircle.js";
import { graphEdges } from "../graph/graphEdges.js";
import { graphLabels } from "../graph/graphLabels.js";
import { type Graph, graphLayers } from "../graph/graphLayers.js";
import { boundsOf, circleOf } from "../graph/graphRoom.js";
import { chartOf } from "../layout/chartOf.js";
import { paragraphs } from "../layout/paragraphs.js";
import { messages } from "../messages.js";
import { sizes } from "../theme/theme.js";
import { checkNetwork } from "./checkNetwork.js";
import { directComparisons } from "./directComparisons.js";
import { orderTreatments, type TreatmentOrder } from "./treatmentOrder.js";

export interface NetworkGraphOptions {
  readonly title?: string;
  /** Order of the treatments around the circle, clockwise from the top; their own unless given. */
  readonly order?: TreatmentOrder;
}

const NARROWEST = 440;

/**
 * What is compared with what: treatments on a circle, with areas in proportion to patients (to trials, where patients are not
 * known); a line where trials compare two directly, its width in proportion to their number, which stands on it; trials of three
 * or more arms as shaded areas. Indirect comparisons are not drawn.
 *
 * A line that would pass through another treatment is bent around it. Names stand outside the circle and never overlap.
 *
 * Throws `WRONG_ARGUMENT`, `NOT_AN_ORDER`, and `NOTHING_TO_DRAW` for a network without comparisons.
 *
 * @example
 * import { network } from "@acumeta/core";
 * import { networkGraph } from "@acumeta/figures";
 * const smd = { measure: "SMD" } as const;
 * const fit = network(
 *   [
 *     { ...smd, study: "A", treat1: "acupuncture", treat2: "sham", yi: -0.3, vi: 0.02 },
 *     { ...smd, study: "B", treat1: "acupuncture", treat2: "waiting", yi: -0.8, vi: 0.04 },
 *   ],
 *   { tau2: "EE" },
 * );
 * networkGraph(fit).description;
 * // => "Network of 3 treatments and 2 trials: acupuncture and sham (1 trial), acupuncture and waiting (1 trial)."
 */
export function networkGraph(network: Network, options: NetworkGraphOptions = {}): ChartSpec {
  checkNetwork(network, options);
  const { title = "", order } = options;
  const names = orderTreatments(
    network.treatments.map(({ name }) => name),
    order,
  );
  const graph = graphOf(network, names);
  const bounds = boundsOf(graph);
  const width = Math.ceil(Math.max(NARROWEST, bounds.right - bounds.left));
  const head = paragraphs(notesOf(network, graph), { top: 0, width });
  const centre = {
    x: (width - bounds.left - bounds.right) / 2,
    y: head.bottom + sizes.columnGap - bounds.top,
  };
  return chartOf({
    title,
    description: describe(network, graph),
    width,
    height: Math.ceil(centre.y + bounds.bottom),
    layers: graphLayers(graph, centre, head.labels),
  });
}

function graphOf(network: Network, names: readonly string[]): Graph {
  const comparisons = directComparisons(network, names);
  if (comparisons.length === 0) throw metaError(messages.nothingToDraw("comparisons"));
  const treatments = names.map((name) => network.treatments.find((treatment) => treatment.name === name)!);
  const circle = circleOf(names);
  const nodes = graphCircle(treatments, circle);
  const edges = graphEdges(comparisons, nodes);
  return {
    nodes,
    edges,
    numbers: edgeNumbers(edges, nodes),
    names: graphLabels(nodes, circle),
    designs: network.designs
      .filter((design) => design.treatments.length > 2)
      .map((design) => nodes.filter(({ of }) => design.treatments.includes(of.name))),
  };
}

function notesOf({ designs, leftOut, treatments }: Network, { nodes, edges, numbers }: Graph): readonly string[] {
  const { by, most, smallest } = nodeSize(treatments, Math.hypot(nodes[0]!.x, nodes[0]!.y));
  const amounts = treatments.map(({ n, trials }) => (by === "patients" ? n! : trials));
  const limit = amounts.some((amount) => amount < smallest) ? "; the smallest are drawn larger" : "";
  const why = by === "patients" ? "" : ", since patients are not known for every treatment";
  const severalArms = designs.filter((design) => design.treatments.length > 2);
  const trials = severalArms.reduce((sum, { studies }) => sum + studies.length, 0);
  const unnumbered = edges.length - numbers.length;
  const joined = new Set(leftOut.map(({ study }) => study)).size;
  const sentences = [
    `Areas of circles: ${by} (at most ${countText(most)}${limit})${why}.`,
    "Lines: direct comparisons, with their number of trials.",
    ...(unnumbered > 0 ? [`${counted(unnumbered, "line")} without room for the number.`] : []),
    ...(trials > 0 ? [`Shaded: ${counted(trials, "trial")} of three or more arms.`] : []),
    ...(joined > 0 ? [`Not drawn: ${counted(joined, "trial")} that nothing joins with the rest.`] : []),
  ];
  return [sentences.join(" ")];
}

function describe({ treatments, k }: Network, { nodes, edges }: Graph): string {
  const each = edges.map(
    ({ from, to, trials }) => `${nodes[from]!.of.name} and ${nodes[to]!.of.name} (${counted(trials, "trial")})`,
  );
  return `Network of ${counted(treatments.length, "treatment")} and ${counted(k, "trial")}: ${each.join(", ")}.`;
}
