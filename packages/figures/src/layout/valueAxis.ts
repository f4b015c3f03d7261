import type { JsonObject } from "../chartSpec.js";
import { tickText } from "../text/tickText.js";
import { axisTicks } from "./axisTicks.js";

/** A horizontal axis of values somewhere inside the drawing. */
export interface ValueAxis {
  readonly type: "linear" | "log";
  readonly domain: readonly [number, number];
  /** Pixels from the left edge where the domain starts and ends. */
  readonly range: readonly [number, number];
  /** Pixels from the upper edge. */
  readonly y: number;
  /** Height of the whole drawing. */
  readonly height: number;
  /** Whether only whole numbers may be marked. */
  readonly integers?: boolean;
}

/** The x channel of a field in the axis' units. */
export function valueChannel(field: string, axis: ValueAxis): JsonObject {
  return { field, type: "quantitative", ...scaleAndAxis(axis) };
}

function scaleAndAxis({ type, domain, range, y, height, integers = false }: ValueAxis): JsonObject {
  const values = axisTicks({ type, domain, length: range[1] - range[0], integers });
  const texts = Object.fromEntries(values.map((value) => [String(value), tickText(value)]));
  return {
    scale: { type, domain, range, nice: false, ...(type === "linear" ? { zero: false } : {}) },
    axis: {
      title: null,
      values,
      labelExpr: `(${JSON.stringify(texts)})[datum.value]`,
      labelOverlap: false,
      labelFlush: false,
      // A negative offset lifts the axis from the lower edge, so that text can stand below it.
      offset: y - height,
    },
  };
}
