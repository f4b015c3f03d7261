import type { GraphNode, Place } from "./graphCircle.js";

/** Two nodes that trials join, as places among the nodes. */
export interface NodePair {
  readonly from: number;
  readonly to: number;
  readonly trials: number;
}

/** A pair as a line between its nodes. */
export interface GraphEdge extends NodePair {
  /** Pixels, in proportion to trials where that is at least 1. */
  readonly width: number;
  /** Where it runs: straight, or bent towards the centre where it would pass through another node. */
  readonly path: readonly Place[];
}

const WIDEST = 14;
const UNIT = 3;
const STEPS = 16;
const BENDS = [0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8];

export function graphEdges(pairs: readonly NodePair[], nodes: readonly GraphNode[]): readonly GraphEdge[] {
  const most = Math.max(...pairs.map(({ trials }) => trials));
  const unit = Math.min(UNIT, WIDEST / most);
  return pairs.map((pair) => {
    const width = Math.max(1, unit * pair.trials);
    return { ...pair, width, path: pathOf(pair, nodes, width) };
  });
}

/** The least bent of some paths that keeps clear of all other nodes, or the most bent. */
function pathOf({ from, to }: NodePair, nodes: readonly GraphNode[], width: number): readonly Place[] {
  const others = nodes.filter((_, i) => i !== from && i !== to);
  const paths = BENDS.map((bend) => bentPath(nodes[from]!, nodes[to]!, bend));
  const isClear = (path: readonly Place[]) =>
    others.every((node) =>
      path.every((place) => Math.hypot(place.x - node.x, place.y - node.y) > node.radius + width / 2 + 3),
    );
  const path = paths.find(isClear) ?? paths.at(-1)!;
  return path === paths[0] ? [path[0]!, path.at(-1)!] : path;
}

/** Points of a quadratic Bézier curve whose middle point is drawn towards the origin. */
function bentPath(from: Place, to: Place, bend: number): readonly Place[] {
  const middle = { x: ((from.x + to.x) / 2) * (1 - bend), y: ((from.y + to.y) / 2) * (1 - bend) };
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    const at = (axis: "x" | "y") => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * middle[axis] + t ** 2 * to[axis];
    return { x: at("x"), y: at("y") };
  });
}

/** The place at a share of the way along a path of equal steps. */
export function alongPath(path: readonly Place[], share: number): Place {
  const step = share * (path.length - 1);
  const i = Math.min(path.length - 2, Math.floor(step));
  const [a, b] = [path[i]!, path[i + 1]!];
  return { x: a.x + (step - i) * (b.x - a.x), y: a.y + (step - i) * (b.y - a.y) };
}
