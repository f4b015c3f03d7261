import { labelBox } from "../layout/label.js";
import { sizes } from "../theme/theme.js";
import { nameLines } from "./graphLabels.js";
import type { Graph } from "./graphLayers.js";

/** A radius at which treatments have room, and their names on one side below each other. */
export function circleOf(names: readonly string[]): number {
  const height = names.reduce((sum, name) => sum + nameLines(name).length * sizes.lineHeight, 0);
  return Math.max(120, 8 * names.length, height / 4);
}

/** The rectangle around all nodes and names. */
export function boundsOf({ nodes, names }: Graph) {
  const boxes = [
    ...names.flatMap(({ labels }) => labels.map(labelBox)),
    ...nodes.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })),
  ];
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}
