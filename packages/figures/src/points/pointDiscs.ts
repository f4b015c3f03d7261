import { axisPosition } from "../layout/axisTicks.js";
import type { PointEffectRow } from "./pointEffectRow.js";
import { spreadByTrials } from "./spreadByTrials.js";

const LARGEST_RADIUS = 13;
const SMALLEST_RADIUS = 3;

/** The plotting area in pixels and what its axes hold. */
export interface ScatterArea {
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

/** A point where it is drawn. */
export interface PointDisc {
  readonly point: PointEffectRow;
  readonly text: string;
  /** Place on the axis of trials, moved aside a little where points share a number of trials. */
  readonly trials: number;
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The points as discs, the largest first, so that none hides a smaller one. */
export function pointDiscs(
  points: readonly PointEffectRow[],
  { xDomain, yDomain, plot }: ScatterArea,
): readonly PointDisc[] {
  const mostPatients = Math.max(1, ...points.map(({ n }) => n ?? 0));
  const places = spreadByTrials(points);
  const discs = points.map((point, i): PointDisc => {
    const trials = places[i]!;
    const x = plot.left + axisPosition(trials, { domain: xDomain, type: "log", length: plot.right - plot.left });
    const y = effectPosition(point.estimate, { yDomain, plot });
    const radius = Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt((point.n ?? 0) / mostPatients));
    return { point, text: point.code, trials, x, y, radius };
  });
  return discs.sort((a, b) => b.radius - a.radius);
}

/** The height of an effect in pixels. */
export function effectPosition(effect: number, { yDomain, plot }: Pick<ScatterArea, "yDomain" | "plot">): number {
  return plot.bottom - axisPosition(effect, { domain: yDomain, type: "linear", length: plot.bottom - plot.top });
}
