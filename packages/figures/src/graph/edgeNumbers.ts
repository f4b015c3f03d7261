import { countText } from "@acumeta/core";
import { type Label, labelBox } from "../layout/label.js";
import { sizes } from "../theme/theme.js";
import type { GraphNode, Place } from "./graphCircle.js";
import { alongPath, type GraphEdge } from "./graphEdges.js";

/** Shares of the way along an edge, its middle first. */
const SHARES = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((step) =>
  step === 0 ? [0.5] : [0.5 - 0.035 * step, 0.5 + 0.035 * step],
);

/** Edges beyond this number are too dense for numbers to be told apart. */
const MOST_EDGES = 500;

/**
 * The number of trials on each edge: where its box touches no other number and no node, and as few other edges as can be, near
 * the middle of the edge. An edge without a free place has no number.
 */
export function edgeNumbers(edges: readonly GraphEdge[], nodes: readonly GraphNode[]): readonly Label[] {
  if (edges.length > MOST_EDGES) return [];
  const taken: Label[] = [];
  const byLength = [...edges].sort((a, b) => lengthOf(a) - lengthOf(b));
  for (const edge of byLength) {
    const free = SHARES.map((share, order) => ({ label: numberAt(edge, share), order })).filter(
      ({ label }) => nodes.every((node) => !touchesNode(label, node)) && taken.every((other) => !touches(label, other)),
    );
    const costs = free.map(({ label, order }) => crossed(label, edge, edges) + order / 4);
    const best = free[costs.indexOf(Math.min(...costs))];
    if (best !== undefined) taken.push(best.label);
  }
  return taken;
}

function numberAt({ path, trials }: GraphEdge, share: number): Label {
  return { text: countText(trials), ...alongPath(path, share), align: "center", size: sizes.note };
}

function touches(one: Label, other: Label): boolean {
  const [a, b] = [labelBox(one), labelBox(other)];
  return a.left - 3 < b.right && b.left - 3 < a.right && a.top - 1 < b.bottom && b.top - 1 < a.bottom;
}

function touchesNode(label: Label, { x, y, radius }: GraphNode): boolean {
  const { left, right, top, bottom } = labelBox(label);
  const nearest = { x: Math.min(right, Math.max(left, x)), y: Math.min(bottom, Math.max(top, y)) };
  return Math.hypot(nearest.x - x, nearest.y - y) < radius + 3;
}

/** How many other edges run through the number. */
function crossed(label: Label, own: GraphEdge, edges: readonly GraphEdge[]): number {
  return edges.filter((edge) => edge !== own && passes(label, edge)).length;
}

const REACH = 7;

function passes({ x, y }: Place, { path, width }: GraphEdge): boolean {
  return path.slice(1).some((end, i) => distance({ x, y }, path[i]!, end) < REACH + width / 2);
}

/** From a place to a straight line between two others. */
function distance({ x, y }: Place, a: Place, b: Place): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const share = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}

function lengthOf({ path }: GraphEdge): number {
  return path.slice(1).reduce((sum, { x, y }, i) => sum + Math.hypot(x - path[i]!.x, y - path[i]!.y), 0);
}
