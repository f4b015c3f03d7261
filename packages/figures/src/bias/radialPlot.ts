import { fixed, metaError, type PooledEffect } from "@acumeta/core";
import type { ChartSpec, JsonObject } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { type ForestScale, forestScale } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import { band, dots, path } from "../layout/plane/marks.js";
import { planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { withMargin } from "../layout/valueRange.js";
import { messages } from "../messages.js";
import { palette } from "../theme/theme.js";
import { effectArc } from "./effectArc.js";

/** How a radial plot is drawn. */
export interface RadialPlotOptions {
  readonly title?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 400 unless given. */
  readonly width?: number;
}

/** Half the height of the band: two standard errors. */
const BAND = 2;
const HEIGHT = 320;
/** Studies are pressed together by no more than this root. */
const LEAST = 0.4;

/**
 * A radial (Galbraith) plot: each study's effect in its standard errors, z = y/√(v + τ²), against its precision, 1/√(v + τ²). A line
 * from the origin has one effect all along, which the arc at the right tells; 95 of 100 studies that differ by chance alone lie in
 * the band of ±2 about that of the pooled effect.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 * Galbraith 1988, Statistics in Medicine 7:889-894.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { radialPlot } from "@acumeta/figures";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.9, vi: 0.02 },
 * ] as const;
 * radialPlot(pool(effects, { tau2: "EE" })).description.includes("1 below the band, 1 above it"); // => true
 */
export function radialPlot(fit: PooledEffect, options: RadialPlotOptions = {}): ChartSpec {
  checkArgument(isObject(fit) && "studies" in fit && "tau2" in fit, "fit", fit, "what pool gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", width = 400 } = options;
  checkWidth(width);
  if (fit.studies.length === 0) throw metaError(messages.nothingToDraw("studies"));
  const scale = forestScale(fit.measure, fit.studies);
  const studies = fit.studies.map(({ study, yi, vi }) => {
    const precision = 1 / Math.sqrt(vi + fit.tau2.value);
    return { study, yi, x: precision, y: yi * precision };
  });
  const { most, heights } = reachOf(studies, { estimate: fit.estimate, width });
  const plane = planeOf({
    x: { domain: [0, most], title: "Precision: 1 / standard error" },
    y: { domain: heights, title: "Effect in standard errors" },
    size: { width, height: HEIGHT },
    right: 64,
    keys: [
      { text: "study", mark: "disc", color: palette.study },
      { text: `pooled effect ${scale.text(fit.estimate)}`, mark: "line", color: palette.pooled },
      { text: "two standard errors about it", mark: "area", color: palette.band },
    ],
    notes: [
      `Standard errors ${fit.tau2.value === 0 ? "within studies" : "with the variance between studies (τ²)"}. Right: the effect (${scale.short}) that a line from the origin stands for.`,
    ],
  });
  const line = [0, most].map((x) => ({ x, y: fit.estimate * x }));
  const arc = effectArc(
    studies.map(({ yi }) => yi),
    { plane, scale },
  );
  const mark = { size: 46, color: palette.study, stroke: palette.paper, strokeWidth: 0.6 };
  return planeChart(plane, {
    title,
    description: describeRadial(fit, { studies, scale, title }),
    layers: [
      ...band(
        line.map(({ x, y }) => ({ x, lower: y - BAND, upper: y + BAND })),
        { name: "band", mark: { color: palette.band } },
        plane,
      ),
      ...path(line, { name: "pooled effect", mark: { color: palette.pooled } }, plane),
      ...arc.layers,
      ...dots(studies.map(dotOf(scale)), { name: "studies", mark }, plane),
    ],
    labels: arc.labels,
  });
}

/** The ends of both axes, so that the arc, whose radius is the plot's width, passes outside the studies where it can. */
function reachOf(
  studies: readonly RadialStudy[],
  { estimate, width }: { readonly estimate: number; readonly width: number },
): { readonly most: number; readonly heights: readonly [number, number] } {
  const furthest = Math.max(...studies.map(({ x }) => x));
  const ends = [0, estimate * furthest].flatMap((middle) => [middle - BAND, middle + BAND]);
  const all = [...ends, ...studies.map(({ y }) => y)];
  const heights = withMargin([Math.min(...all), Math.max(...all)], 0.05);
  const perHeight = HEIGHT / (heights[1] - heights[0]) / (width - 26);
  const reaches = studies.map(({ x, y }) => x / Math.sqrt(Math.max(LEAST, 1 - (y * perHeight) ** 2)));
  return { most: Math.max(1.04 * furthest, ...reaches), heights };
}

interface RadialStudy {
  readonly study: string;
  readonly yi: number;
  readonly x: number;
  readonly y: number;
}

const dotOf =
  ({ text }: ForestScale) =>
  ({ study, yi, x, y }: RadialStudy): { x: number; y: number; says: string } & JsonObject => ({
    x,
    y,
    says: `${study}: ${text(yi)}, ${fixed(y, 2)} standard errors`,
  });

interface Told {
  readonly studies: readonly RadialStudy[];
  readonly scale: ForestScale;
  readonly title: string;
}

function describeRadial({ estimate, k }: PooledEffect, { studies, scale, title }: Told): string {
  const off = studies.map(({ x, y }) => y - estimate * x);
  const below = off.filter((each) => each < -BAND).length;
  const above = off.filter((each) => each > BAND).length;
  return `Radial plot of ${k} ${k === 1 ? "study" : "studies"}${title === "" ? "" : `, ${title}`}: pooled ${scale.short} ${scale.text(estimate)}; ${below} below the band, ${above} above it.`;
}
