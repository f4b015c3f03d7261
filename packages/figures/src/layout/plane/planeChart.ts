import type { ChartSpec, JsonObject } from "../../chartSpec.js";
import { chartOf } from "../chartOf.js";
import { type Label, labelLayers } from "../label.js";
import { xChannel, yChannel } from "./channels.js";
import type { Plane } from "./plane.js";

export interface PlaneChart {
  /** Empty for none. */
  readonly title: string;
  readonly description: string;
  /** Marks, those at the back first. */
  readonly layers: readonly JsonObject[];
  /** Names of marks; none unless given. */
  readonly labels?: readonly Label[];
}

/** A figure of one plane. */
export function planeChart(plane: Plane, { title, description, layers, labels = [] }: PlaneChart): ChartSpec {
  return chartOf({
    title,
    description,
    width: plane.width,
    height: plane.height,
    layers: [axes(plane), ...layers, ...plane.keys, ...labelLayers([...plane.labels, ...labels])],
  });
}

/** Draws the axes, whatever else is drawn. */
function axes(plane: Plane): JsonObject {
  const { x, y } = plane;
  return {
    name: "axes",
    data: { values: [{ x: x.domain[0], y: y.domain[0] }] },
    mark: { type: "point", opacity: 0, aria: false },
    encoding: { x: xChannel("x", plane), y: yChannel("y", plane) },
  };
}
