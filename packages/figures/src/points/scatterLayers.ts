import type { JsonObject } from "../chartSpec.js";
import { axisTicks } from "../layout/axisTicks.js";
import { pixels } from "../layout/label.js";
import { valueChannel } from "../layout/valueAxis.js";
import { counted, countText, fixed } from "../text/formatNumber.js";
import { palette } from "../theme/theme.js";
import type { PointDisc, ScatterArea } from "./pointDiscs.js";

/** A scatter's plotting area in a drawing. */
export interface ScatterFrame extends ScatterArea {
  /** Height of the whole drawing in pixels. */
  readonly height: number;
}

/** The strip between two effects, across the plot. */
export function bandLayer(
  { lower, upper }: { readonly lower: number; readonly upper: number },
  frame: ScatterFrame,
): JsonObject {
  const { left, right } = frame.plot;
  return {
    name: "permutation band",
    data: { values: [{ lower, upper, left, right }] },
    mark: { type: "rect", color: palette.band, aria: false },
    encoding: { x: pixels("left"), x2: { field: "right" }, y: effectChannel("lower", frame), y2: { field: "upper" } },
  };
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
  const bars = discs.flatMap(({ point: { ci }, trials }) => (ci === null ? [] : [{ ...ci, trials }]));
  const arrows = [
    ...bars.filter(({ lower }) => lower < first).map(({ trials }) => ({ trials, value: first, angle: 180 })),
    ...bars.filter(({ upper }) => upper > last).map(({ trials }) => ({ trials, value: last, angle: 0 })),
  ];
  const trials = trialsChannel(frame);
  const cut = bars.map((bar) => ({
    trials: bar.trials,
    lower: Math.max(bar.lower, first),
    upper: Math.min(bar.upper, last),
  }));
  return [
    {
      name: "intervals",
      data: { values: cut },
      mark: { type: "rule", color: palette.rule, opacity: 0.6, aria: false },
      encoding: { x: trials, y: effectChannel("lower", frame), y2: { field: "upper" } },
    },
    ...(arrows.length === 0 ? [] : [arrowLayer(arrows, frame)]),
    {
      name: "points",
      data: {
        values: discs.map(({ point, trials, radius }) => ({
          trials,
          value: point.estimate,
          area: Math.PI * radius ** 2,
          says: sayPoint(point),
        })),
      },
      mark: {
        type: "point",
        shape: "circle",
        filled: true,
        fillOpacity: 0.85,
        opacity: 1,
        color: palette.study,
        stroke: "white",
        strokeWidth: 0.8,
      },
      encoding: {
        x: trials,
        y: effectChannel("value", frame),
        size: { field: "area", type: "quantitative", scale: null },
        description: { field: "says", type: "nominal" },
        tooltip: { field: "says", type: "nominal" },
      },
    },
  ];
}

interface ScatterArrow {
  readonly trials: number;
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
      x: trialsChannel(frame),
      y: effectChannel("value", frame),
      angle: { field: "angle", type: "quantitative", scale: null },
    },
  };
}

function trialsChannel({ xDomain, plot, height }: ScatterFrame): JsonObject {
  return valueChannel("trials", {
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

function sayPoint({ code, k, n, estimate, ci }: PointDisc["point"]): string {
  const interval = ci === null ? "" : ` [${fixed(ci.lower, 2)}, ${fixed(ci.upper, 2)}]`;
  return `${code}: ${counted(k, "trial")}${n === null ? "" : `, ${countText(n)} patients`}, mean ${fixed(estimate, 2)}${interval}`;
}
