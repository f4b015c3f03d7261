import { type BaujatPoint, fixed, metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { checkWidth } from "../layout/checkWidth.js";
import { dots } from "../layout/plane/marks.js";
import { type Plane, pixelsOf, planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { messages } from "../messages.js";
import { placeLabels } from "../points/placeLabels.js";
import { palette } from "../theme/theme.js";

/** How a Baujat plot is drawn. */
export interface BaujatPlotOptions {
  readonly title?: string;
  /** How many studies are named, the outermost first; 8 unless given. */
  readonly named?: number;
  /** Width of the plotting area in pixels, 120 to 2000; 460 unless given. */
  readonly width?: number;
}

const RADIUS = 4;

/**
 * A Baujat plot of what `baujat` finds: how much each study adds to heterogeneity, and how much it moves the pooled effect. Top
 * right stand the studies that make both.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 * Baujat, Mahé, Pignon & Hill 2002, Statistics in Medicine 21:2641-2652.
 *
 * @example
 * import { baujat } from "@acumeta/core";
 * import { baujatPlot } from "@acumeta/figures";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0, vi: 0.01 },
 *   { study: "B", measure: "SMD", yi: 0.2, vi: 0.01 },
 *   { study: "C", measure: "SMD", yi: 0.5, vi: 0.01 },
 * ] as const;
 * baujatPlot(baujat(effects)).description.includes("C adds most to heterogeneity"); // => true
 */
export function baujatPlot(points: readonly BaujatPoint[], options: BaujatPlotOptions = {}): ChartSpec {
  checkArgument(Array.isArray(points) && points.every(isPoint), "points", points, "what baujat gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", named = 8, width = 460 } = options;
  checkArgument(Number.isSafeInteger(named) && named >= 0, "named", named, "a whole number from 0");
  checkWidth(width);
  if (points.length === 0) throw metaError(messages.nothingToDraw("studies"));
  const plane = planeOf({
    x: axis(
      "Part of Q: what the study adds to heterogeneity",
      points.map(({ contribution }) => contribution),
    ),
    y: axis(
      "Squared move of the pooled effect without the study, in its variances",
      points.map(({ influence }) => influence),
    ),
    size: { width, height: 300 },
    notes: [
      `Studies at the top right make the heterogeneity and the result at once. The parts sum to Q = ${fixed(total(points), 2)}.`,
    ],
  });
  const mark = { size: (2 * RADIUS) ** 2, color: palette.study, stroke: palette.paper, strokeWidth: 0.6 };
  return planeChart(plane, {
    title,
    description: describeBaujat(points, title),
    layers: dots(points.map(dotOf), { name: "studies", mark }, plane),
    labels: names(points, named, plane),
  });
}

const isPoint = (point: unknown): boolean => isObject(point) && "contribution" in point && "influence" in point;

function axis(title: string, values: readonly number[]) {
  return { domain: [0, 1.08 * (Math.max(...values) || 1)] as const, title };
}

function total(points: readonly BaujatPoint[]): number {
  return points.reduce((sum, { contribution }) => sum + contribution, 0);
}

function dotOf({ study, contribution, influence }: BaujatPoint) {
  return {
    x: contribution,
    y: influence,
    says: `${study}: part of Q ${fixed(contribution, 2)}, influence ${fixed(influence, 3)}`,
  };
}

/** Names of the studies farthest out, by the place of each on both axes. */
function names(points: readonly BaujatPoint[], named: number, plane: Plane) {
  const discs = points.map((point) => ({
    text: point.study,
    ...pixelsOf(plane, { x: point.contribution, y: point.influence }),
    radius: RADIUS,
  }));
  const { plot } = plane;
  const out = ({ x, y }: { readonly x: number; readonly y: number }) => Math.hypot(x - plot.left, y - plot.bottom);
  const outermost = [...discs].sort((a, b) => out(b) - out(a)).slice(0, named);
  return placeLabels(outermost, { discs, lines: [], frame: plot });
}

function describeBaujat(points: readonly BaujatPoint[], title: string): string {
  const most = (by: "contribution" | "influence") => points.reduce((best, each) => (each[by] > best[by] ? each : best));
  const heterogeneous = most("contribution");
  const influential = most("influence");
  const share = heterogeneous.contribution / (total(points) || 1);
  return `Baujat plot of ${points.length} studies${title === "" ? "" : `, ${title}`}: ${heterogeneous.study} adds most to heterogeneity (${Math.round(100 * share)}% of Q); ${influential.study} moves the pooled effect most (${fixed(influential.influence, 2)}).`;
}
