import type { Label } from "../layout/label.js";
import { stack } from "../layout/stack.js";
import { wrapText } from "../text/wrapText.js";
import { sizes } from "../theme/theme.js";
import type { GraphNode, Place } from "./graphCircle.js";

/** The lines of a name as one rectangle outside the circle. */
export interface NameBlock {
  readonly node: GraphNode;
  readonly labels: readonly Label[];
  readonly top: number;
  readonly bottom: number;
  /** The point of its edge that is next to the node. */
  readonly near: Place;
}

const WIDEST = 210;
const GAP = 7;

/** The lines of a name beside the circle. */
export function nameLines(name: string): readonly string[] {
  return wrapText(name, WIDEST);
}

/** The names outside a circle of a radius around the origin: none touches another, the circle or its nodes. */
export function graphLabels(nodes: readonly GraphNode[], circle: number): readonly NameBlock[] {
  const clear = circle + Math.max(...nodes.map(({ radius }) => radius)) + GAP;
  const sides = ([1, -1] as const).flatMap((side) => sideBlocks(nodes.filter(isOn(side)), side, clear));
  const below = nodes.filter((node) => !isOn(1)(node) && !isOn(-1)(node));
  const top = Math.max(clear, ...sides.map(({ bottom }) => bottom + GAP));
  const isFree = sides.every(({ bottom }) => bottom <= clear);
  return [...sides, ...below.map((node) => blockBelow(node, isFree ? clear : top))];
}

function isOn(side: 1 | -1): (node: GraphNode) => boolean {
  return ({ x }) => side * x > 1e-6;
}

/** Blocks one below the other, each as near as it can be to the height of its node, hugging the circle. */
function sideBlocks(nodes: readonly GraphNode[], side: 1 | -1, clear: number): readonly NameBlock[] {
  const ordered = [...nodes].sort((a, b) => a.y - b.y);
  const lines = ordered.map(({ of }) => nameLines(of.name));
  const heights = lines.map((each) => each.length * sizes.lineHeight);
  const circle = Math.hypot(ordered[0]?.x ?? 1, ordered[0]?.y ?? 0);
  const wished = ordered.map(({ y }, i) => (y * clear) / circle - heights[i]! / 2);
  return stack(wished, heights).map((top, i): NameBlock => {
    const bottom = top + heights[i]!;
    const height = Math.max(0, top, -bottom);
    const x = side * Math.max(GAP, Math.sqrt(Math.max(0, clear ** 2 - height ** 2)));
    const align = side === 1 ? "left" : "right";
    return {
      node: ordered[i]!,
      labels: lines[i]!.map((text, line) => ({ text, x, y: top + (line + 0.5) * sizes.lineHeight, align })),
      top,
      bottom,
      near: { x: x - 3 * side, y: (top + bottom) / 2 },
    };
  });
}

function blockBelow(node: GraphNode, top: number): NameBlock {
  const lines = nameLines(node.of.name);
  const labels = lines.map(
    (text, line): Label => ({ text, x: node.x, y: top + (line + 0.5) * sizes.lineHeight, align: "center" }),
  );
  return { node, labels, top, bottom: top + lines.length * sizes.lineHeight, near: { x: node.x, y: top } };
}
