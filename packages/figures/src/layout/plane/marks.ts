import type { JsonObject } from "../../chartSpec.js";
import { pixels } from "../label.js";
import { said } from "../said.js";
import { xChannel, yChannel } from "./channels.js";
import type { Plane } from "./plane.js";

/** A place in the axes' units. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A place with a mark that says something when it is pointed at or read aloud. */
export interface Dot extends Place {
  readonly says: string;
}

interface Styled {
  readonly name: string;
  /** Of Vega-Lite's mark, beside its type. */
  readonly mark: JsonObject;
}

/** Points; further fields of a dot may be encoded by `encoding`. */
export function dots<T extends Dot & JsonObject>(
  values: readonly T[],
  { name, mark, encoding = {} }: Styled & { readonly encoding?: JsonObject },
  plane: Plane,
): readonly JsonObject[] {
  if (values.length === 0) return [];
  return [
    {
      name,
      data: { values },
      mark: { type: "point", filled: true, opacity: 1, ...mark },
      encoding: {
        x: xChannel("x", plane),
        y: yChannel("y", plane),
        ...encoding,
        ...said,
      },
    },
  ];
}

/** A line through places in their order. */
export function path(places: readonly Place[], { name, mark }: Styled, plane: Plane): readonly JsonObject[] {
  if (places.length === 0) return [];
  return [
    {
      name,
      data: { values: places.map(({ x, y }, order) => ({ x, y, order })) },
      mark: { type: "line", interpolate: "linear", strokeWidth: 1.6, aria: false, ...mark },
      encoding: {
        x: xChannel("x", plane),
        y: yChannel("y", plane),
        order: { field: "order", type: "quantitative" },
      },
    },
  ];
}

/** Lines of one kind through places in their order. */
export function paths(
  lines: readonly (readonly Place[])[],
  { name, mark }: Styled,
  plane: Plane,
): readonly JsonObject[] {
  const values = lines.flatMap((line, i) => line.map(({ x, y }, order) => ({ x, y, order, line: i })));
  if (values.length === 0) return [];
  return [
    {
      name,
      data: { values },
      mark: { type: "line", interpolate: "linear", strokeWidth: 1, aria: false, ...mark },
      encoding: {
        x: xChannel("x", plane),
        y: yChannel("y", plane),
        order: { field: "order", type: "quantitative" },
        detail: { field: "line", type: "nominal" },
      },
    },
  ];
}

/** The area within a closed line through places. */
export function region(places: readonly Place[], { name, mark }: Styled, plane: Plane): readonly JsonObject[] {
  return path(places, { name, mark: { interpolate: "linear-closed", stroke: null, strokeWidth: 0, ...mark } }, plane);
}

/** The area between two lines over the same x. */
export function band(
  values: readonly { readonly x: number; readonly lower: number; readonly upper: number }[],
  { name, mark }: Styled,
  plane: Plane,
): readonly JsonObject[] {
  if (values.length === 0) return [];
  return [
    {
      name,
      data: { values: values.map(({ x, lower, upper }) => ({ x, lower, upper })) },
      mark: { type: "area", line: false, opacity: 1, aria: false, ...mark },
      encoding: { x: xChannel("x", plane), y: yChannel("lower", plane), y2: { field: "upper" } },
    },
  ];
}

/** Upright bars from one y to another. */
export function uprights(
  values: readonly { readonly x: number; readonly lower: number; readonly upper: number }[],
  { name, mark }: Styled,
  plane: Plane,
): readonly JsonObject[] {
  if (values.length === 0) return [];
  return [
    {
      name,
      data: { values: values.map(({ x, lower, upper }) => ({ x, lower, upper })) },
      mark: { type: "rule", aria: false, ...mark },
      encoding: { x: xChannel("x", plane), y: yChannel("lower", plane), y2: { field: "upper" } },
    },
  ];
}

/** A line at one x, from the bottom of the plot to its top. */
export function atX(value: number, { name, mark }: Styled, plane: Plane): JsonObject {
  const { top, bottom } = plane.plot;
  return {
    name,
    data: { values: [{ value, top, bottom }] },
    mark: { type: "rule", strokeWidth: 1, aria: false, ...mark },
    encoding: { x: xChannel("value", plane), y: pixels("top"), y2: { field: "bottom" } },
  };
}

/** A line at one y, across the plot. */
export function atY(value: number, { name, mark }: Styled, plane: Plane): JsonObject {
  const { left, right } = plane.plot;
  return {
    name,
    data: { values: [{ value, left, right }] },
    mark: { type: "rule", strokeWidth: 1, aria: false, ...mark },
    encoding: { x: pixels("left"), x2: { field: "right" }, y: yChannel("value", plane) },
  };
}
