import { counted, fixed } from "@acumeta/core";
import type { JsonObject } from "../chartSpec.js";
import { axisTicks } from "../layout/axisTicks.js";
import { pixels } from "../layout/label.js";
import { said } from "../layout/said.js";
import { valueChannel } from "../layout/valueAxis.js";
import { palette } from "../theme/theme.js";
import { isOutside } from "./isOutside.js";
import type { PointDisc, ScatterArea } from "./pointDiscs.js";

/** A scatter's plotting area in a drawing. */
export interface ScatterFrame extends ScatterArea {
  /** Height of the whole drawing in pixels. */
  readonly height: number;
}

/** Behind each point, where shuffled prescriptions put its mean. */
export function shuffledLayers(discs: readonly PointDisc[], frame: ScatterFrame): readonly JsonObject[] {
  const values = discs.flatMap(({ point: { shuffled }, place }) =>
    shuffled === null ? [] : [{ place, lower: shuffled.lower, upper: shuffled.upper }],
  );
  if (values.length === 0) return [];
  return [
    {
      name: "shuffled means",
      data: { values },
      mark: { type: "rule", color: palette.band, strokeWidth: 7, aria: false },
      encoding: { x: placeChannel(frame), y: effectChannel("lower", frame), y2: { field: "upper" } },
    },
  ];
}

export interface LevelLine {
  readonly name: string;
  readonly value: number;
  readonly color: string;
  readonly dashed: boolean;
}

/** A line at one effect, across the plot. */
export function levelLine({ name, value, color, dashed }: LevelLine, frame: ScatterFrame): JsonObject {
  const { left, right } = frame.plot;
  return {
    name,
    data: { values: [{ value, left, right }] },
    mark: { type: "rule", color, ...(dashed ? { strokeDash: [4, 3] } : {}), aria: false },
    encoding: { x: pixels("left"), x2: { field: "right" }, y: effectChannel("value", frame) },
  };
}

/** Intervals, arrow heads where they go on beyond the axis, and discs in front of them, the largest at the back. */
export function discLayers(discs: readonly PointDisc[], frame: ScatterFrame): readonly JsonObject[] {
  const [first, last] = frame.yDomain;
  const bars = discs.flatMap(({ point: { ci }, place }) => (ci === null ? [] : [{ ...ci, place }]));
  const arrows = [
    ...bars.filter(({ lower }) => lower < first).map(({ place }) => ({ place, value: first, angle: 180 })),
    ...bars.filter(({ upper }) => upper > last).map(({ place }) => ({ place, value: last, angle: 0 })),
  ];
  const cut = bars.map(({ place, lower, upper }) => ({
    place,
    lower: Math.max(lower, first),
    upper: Math.min(upper, last),
  }));
  return [
    {
      name: "intervals",
      data: { values: cut },
      mark: { type: "rule", color: palette.rule, opacity: 0.6, aria: false },
      encoding: { x: placeChannel(frame), y: effectChannel("lower", frame), y2: { field: "upper" } },
    },
    ...(arrows.length === 0 ? [] : [arrowLayer(arrows, frame)]),
    {
      name: "points",
      data: { values: discs.map(discValues) },
      mark: { type: "point", shape: "circle", fillOpacity: 0.85, opacity: 1, strokeWidth: 1 },
      encoding: {
        x: placeChannel(frame),
        y: effectChannel("value", frame),
        size: { field: "size", type: "quantitative", scale: null },
        fill: { field: "fill", type: "nominal", scale: null },
        stroke: { field: "stroke", type: "nominal", scale: null },
        ...said,
      },
    },
  ];
}

/** A ring where the number of patients is not known. */
function discValues({ point, place, radius }: PointDisc): JsonObject {
  const color = isOutside(point) ? palette.pooled : palette.study;
  return {
    place,
    value: point.estimate,
    // Vega's size of a circle is the square of its diameter.
    size: (2 * radius) ** 2,
    fill: point.n === null ? palette.paper : color,
    stroke: point.n === null ? color : palette.paper,
    says: sayPoint(point),
  };
}

interface ScatterArrow {
  readonly place: number;
  readonly value: number;
  /** Degrees: 0 points up. */
  readonly angle: number;
}

function arrowLayer(arrows: readonly ScatterArrow[], frame: ScatterFrame): JsonObject {
  return {
    name: "intervals beyond the axis",
    data: { values: arrows.map((arrow) => ({ ...arrow })) },
    mark: { type: "point", shape: "triangle", size: 30, filled: true, opacity: 1, color: palette.rule, aria: false },
    encoding: {
      x: placeChannel(frame),
      y: effectChannel("value", frame),
      angle: { field: "angle", type: "quantitative", scale: null },
    },
  };
}

function placeChannel({ xDomain, plot, height }: ScatterFrame): JsonObject {
  return valueChannel("place", {
    type: "log",
    domain: xDomain,
    range: [plot.left, plot.right],
    y: plot.bottom,
    height,
    integers: true,
  });
}

function effectChannel(field: string, { yDomain, plot }: ScatterFrame): JsonObject {
  return {
    field,
    type: "quantitative",
    scale: { type: "linear", domain: yDomain, range: [plot.bottom, plot.top], nice: false, zero: false },
    axis: {
      title: null,
      values: axisTicks({ domain: yDomain, type: "linear", length: plot.bottom - plot.top }),
      format: "~g",
      offset: -plot.left,
    },
  };
}

function sayPoint({ code, trials, k, n, estimate, ci }: PointDisc["point"]): string {
  const patients = n === null ? "" : ` (${counted(n, "patient")})`;
  const interval = ci === null ? "" : ` [${fixed(ci.lower, 2)}, ${fixed(ci.upper, 2)}]`;
  return `${code}: listed by ${counted(trials, "trial")}, ${k} with an effect${patients}, mean ${fixed(estimate, 2)}${interval}`;
}
