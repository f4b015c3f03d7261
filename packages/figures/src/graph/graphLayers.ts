import { counted } from "@acumeta/core";
import type { JsonObject } from "../chartSpec.js";
import { type Label, labelLayers, pixels } from "../layout/label.js";
import { said } from "../layout/said.js";
import { palette, tints } from "../theme/theme.js";
import type { GraphNode, Place } from "./graphCircle.js";
import type { GraphEdge } from "./graphEdges.js";
import type { NameBlock } from "./graphLabels.js";

/** A network as it is drawn, around the origin. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly numbers: readonly Label[];
  readonly names: readonly NameBlock[];
  /** The nodes of each design of three or more arms, in the order of the circle. */
  readonly designs: readonly (readonly GraphNode[])[];
  /** Where lines are many, they are drawn paler; 1 unless given. */
  readonly edgeOpacity?: number;
}

/**
 * From the back to the front: designs of several arms, comparisons with their numbers, treatments with their names, all around
 * `centre`; and other texts.
 */
export function graphLayers(
  { nodes, edges, numbers, names, designs, edgeOpacity = 1 }: Graph,
  centre: Place,
  others: readonly Label[],
): readonly JsonObject[] {
  const move = <T extends Place>(place: T): T => ({ ...place, x: place.x + centre.x, y: place.y + centre.y });
  const labels = [...numbers, ...names.flatMap((block) => block.labels)].map(move);
  return [
    ...(designs.length === 0 ? [] : [designLayer(designs.map((design) => design.map(move)))]),
    edgeLayer(
      edges.map((edge) => ({ ...edge, path: edge.path.map(move) })),
      nodes,
      edgeOpacity,
    ),
    numberGrounds(numbers.map(move)),
    leaderLayer(names.filter(isFarOff).map(({ node, near }) => ({ from: move(node), to: move({ ...near }) }))),
    nodeLayer(nodes.map(move)),
    ...labelLayers([...labels, ...others]),
  ];
}

const polyline = { x: pixels("x"), y: pixels("y"), order: { field: "order", type: "quantitative" } };

function designLayer(designs: readonly (readonly GraphNode[])[]): JsonObject {
  const values = designs.flatMap((design, i) =>
    design.map(({ x, y }, order) => ({ x: round(x), y: round(y), order, design: i, fill: tints[i % tints.length]! })),
  );
  return {
    name: "designs",
    data: { values },
    mark: { type: "line", interpolate: "linear-closed", fillOpacity: 0.3, strokeWidth: 0, aria: false },
    encoding: {
      ...polyline,
      detail: { field: "design", type: "nominal" },
      fill: { field: "fill", type: "nominal", scale: null },
    },
  };
}

function edgeLayer(edges: readonly GraphEdge[], nodes: readonly GraphNode[], opacity: number): JsonObject {
  const values = edges.flatMap(({ from, to, trials, width, path }, edge) => {
    const says = `${nodes[from]!.of.name} and ${nodes[to]!.of.name}: ${counted(trials, "trial")}`;
    return path.map(({ x, y }, order) => ({ x: round(x), y: round(y), order, edge, trials, width, says }));
  });
  return {
    name: "edges",
    data: { values },
    mark: { type: "line", color: palette.rule, opacity, strokeCap: "butt" },
    encoding: {
      ...polyline,
      detail: { field: "edge", type: "nominal" },
      strokeWidth: { field: "width", type: "quantitative", scale: null },
      ...said,
    },
  };
}

/** White discs behind the numbers. */
function numberGrounds(numbers: readonly Label[]): JsonObject {
  const values = numbers.map(({ x, y, text }) => ({
    x: round(x),
    y: round(y),
    size: (13 + 4 * (text.length - 1)) ** 2,
  }));
  return {
    name: "grounds of numbers",
    data: { values },
    mark: { type: "point", shape: "circle", filled: true, color: palette.paper, opacity: 1, aria: false },
    encoding: { x: pixels("x"), y: pixels("y"), size: { field: "size", type: "quantitative", scale: null } },
  };
}

const FAR = 16;

function isFarOff({ node, near }: NameBlock): boolean {
  return Math.hypot(near.x - node.x, near.y - node.y) > node.radius + FAR;
}

function leaderLayer(leaders: readonly { readonly from: GraphNode; readonly to: Place }[]): JsonObject {
  return {
    name: "leaders",
    data: {
      values: leaders.map(({ from, to }) => ({ x: round(from.x), y: round(from.y), x2: round(to.x), y2: round(to.y) })),
    },
    mark: { type: "rule", color: palette.rule, strokeWidth: 0.7, aria: false },
    encoding: { x: pixels("x"), y: pixels("y"), x2: { field: "x2" }, y2: { field: "y2" } },
  };
}

function nodeLayer(nodes: readonly GraphNode[]): JsonObject {
  const values = nodes.map(({ of: { name, trials, n }, color = palette.study, x, y, radius }) => ({
    x: round(x),
    y: round(y),
    // Vega's size of a circle is the square of its diameter.
    size: (2 * radius) ** 2,
    name,
    color,
    says: `${name}: ${counted(trials, "trial")}${n === null ? "" : `, ${counted(n, "patient")}`}`,
  }));
  return {
    name: "nodes",
    data: { values },
    mark: { type: "point", shape: "circle", filled: true, opacity: 1, stroke: palette.paper },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      size: { field: "size", type: "quantitative", scale: null },
      color: { field: "color", type: "nominal", scale: null },
      ...said,
    },
  };
}

function round(pixel: number): number {
  return Math.round(pixel * 10) / 10;
}
