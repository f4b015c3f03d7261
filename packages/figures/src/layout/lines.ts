import type { JsonObject } from "../chartSpec.js";
import { palette } from "../theme/theme.js";
import { pixels } from "./label.js";
import { type ValueAxis, valueChannel } from "./valueAxis.js";

/** Thin lines across the whole drawing at heights `ys`. */
export function horizontalLines(ys: readonly number[], width: number): JsonObject {
  return {
    name: "lines",
    data: { values: ys.map((y) => ({ y, x: 0, x2: width })) },
    mark: { type: "rule", color: palette.rule, strokeWidth: 0.8, aria: false },
    encoding: { x: pixels("x"), x2: { field: "x2" }, y: pixels("y") },
  };
}

export interface VerticalLine {
  readonly name: string;
  /** In the axis' units. */
  readonly value: number;
  readonly top: number;
  readonly bottom: number;
  readonly color: string;
  readonly dashed?: boolean;
}

/** A line at a value: the null effect, the pooled estimate. */
export function verticalLine(
  { name, value, top, bottom, color, dashed = false }: VerticalLine,
  axis: ValueAxis,
): JsonObject {
  return {
    name,
    data: { values: [{ value, top, bottom }] },
    mark: { type: "rule", color, strokeWidth: 1, ...(dashed ? { strokeDash: [4, 3] } : {}), aria: false },
    encoding: { x: valueChannel("value", axis), y: pixels("top"), y2: { field: "bottom" } },
  };
}
