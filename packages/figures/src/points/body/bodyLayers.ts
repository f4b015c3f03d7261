import { counted } from "@acumeta/core";
import type { JsonObject } from "../../chartSpec.js";
import { pixels } from "../../layout/label.js";
import { said } from "../../layout/said.js";
import { palette } from "../../theme/theme.js";
import { middles, sides, UNIT } from "./bodyFrame.js";
import type { PlacedRegion } from "./placedRegions.js";
import type { RegionBlock } from "./regionBlocks.js";
import { silhouette } from "./silhouette.js";

/** Radius of the largest disc. */
const LARGEST = 15;

/** Both drawings, the lines from regions to their names, and the regions' discs; all `down` by so many pixels. */
export function bodyLayers(
  placed: readonly PlacedRegion[],
  blocks: readonly RegionBlock[],
  down: number,
): readonly JsonObject[] {
  return [bodyLayer(down), leaders(blocks, down), discs(placed, down)];
}

function bodyLayer(down: number): JsonObject {
  const values = sides.flatMap((side) =>
    silhouette.flatMap((outline, part) =>
      outline.map(([across, y], order) => ({
        x: middles[side] + across * UNIT,
        y: y * UNIT + down,
        order,
        part: `${side} ${part}`,
      })),
    ),
  );
  return {
    name: "body",
    data: { values },
    mark: {
      type: "line",
      interpolate: "linear-closed",
      fill: palette.band,
      stroke: palette.rule,
      strokeWidth: 1,
      strokeJoin: "round",
      aria: false,
    },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      order: { field: "order", type: "quantitative" },
      detail: { field: "part", type: "nominal" },
    },
  };
}

function leaders(blocks: readonly RegionBlock[], down: number): JsonObject {
  const values = blocks.map(({ leader: { x, y, x2, y2 } }) => ({ x, y: y + down, x2, y2: y2 + down }));
  return {
    name: "leaders",
    data: { values },
    mark: { type: "rule", color: palette.rule, strokeWidth: 0.8, aria: false },
    encoding: { x: pixels("x"), y: pixels("y"), x2: { field: "x2" }, y2: { field: "y2" } },
  };
}

function discs(placed: readonly PlacedRegion[], down: number): JsonObject {
  const most = Math.max(1, ...placed.map(({ entries }) => entries));
  const values = placed.map(({ name, side, points, entries, x, y }) => ({
    x,
    y: y + down,
    size: Math.max(7, 2 * LARGEST * Math.sqrt(entries / most)) ** 2,
    says: `${name}, ${side}: ${counted(points.length, "point")}, ${entries} entries: ${points.map(({ code, trials }) => `${code} (${trials})`).join(", ")}`,
  }));
  return {
    name: "regions",
    data: { values },
    mark: { type: "point", shape: "circle", filled: true, opacity: 0.85, color: palette.study, stroke: palette.paper },
    encoding: {
      x: pixels("x"),
      y: pixels("y"),
      size: { field: "size", type: "quantitative", scale: null },
      ...said,
    },
  };
}
