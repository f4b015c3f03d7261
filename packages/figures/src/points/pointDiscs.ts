import { axisPosition } from "../layout/axisTicks.js";
import type { PointEffectRow } from "./pointEffectRow.js";

const LARGEST_RADIUS = 13;
const SMALLEST_RADIUS = 3;

/** Where areas are in proportion to patients: from `smallest`, below which discs do not shrink further, to `most`. */
export interface PatientScale {
  readonly smallest: number;
  readonly most: number;
}

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
  /** On the axis of trials, moved aside a little where points share a number of trials. */
  readonly place: number;
  /** Pixels. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** The points at their `places` as discs, the largest first, so that none hides a smaller one. */
export function pointDiscs(
  points: readonly PointEffectRow[],
  places: readonly number[],
  { xDomain, yDomain, plot }: ScatterArea,
): readonly PointDisc[] {
  const { most } = patientScale(points);
  const discs = points.map((point, i): PointDisc => {
    const place = places[i]!;
    const x = plot.left + axisPosition(place, { domain: xDomain, type: "log", length: plot.right - plot.left });
    const y = effectPosition(point.estimate, { yDomain, plot });
    const radius = Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt((point.n ?? 0) / most));
    return { point, text: point.code, place, x, y, radius };
  });
  return discs.sort((a, b) => b.radius - a.radius);
}

/** The numbers of patients between which areas are in proportion to them. */
export function patientScale(points: readonly PointEffectRow[]): PatientScale {
  const most = Math.max(1, ...points.map(({ n }) => n ?? 0));
  return { smallest: most * (SMALLEST_RADIUS / LARGEST_RADIUS) ** 2, most };
}

/** The height of an effect in pixels. */
export function effectPosition(effect: number, { yDomain, plot }: Pick<ScatterArea, "yDomain" | "plot">): number {
  return plot.bottom - axisPosition(effect, { domain: yDomain, type: "linear", length: plot.bottom - plot.top });
}
