import { metaError, normalCdf, type PooledEffect, pText, tCdf } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { axisRange } from "../forest/axisRange.js";
import { type ForestScale, forestScale } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import { atX, atY, type Place, path, paths } from "../layout/plane/marks.js";
import { planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { messages } from "../messages.js";
import { palette } from "../theme/theme.js";

/** How p-value functions are drawn. */
export interface PValueFunctionOptions {
  readonly title?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 460 unless given. */
  readonly width?: number;
}

/** Values of the effect at which p is drawn. */
const STEPS = 160;

/**
 * The two-sided p-value of every value of the effect (a drapery plot): of each study (thin), and of the pooled effect (thick), by
 * the distribution of its confidence interval. Where a curve crosses a line of p, its interval of level 1 − p ends.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 * Rücker & Schwarzer 2021, Research Synthesis Methods 12:34-40; Infanger & Schmidt-Trucksäss 2019, Statistics in Medicine
 * 38:4189-4197.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { pValueFunction } from "@acumeta/figures";
 * const fit = pool([{ study: "First 2001", measure: "SMD", yi: 0.3, vi: 0.04 }], { interval: "z" });
 * pValueFunction(fit).description.includes("no effect has p = 0.134"); // => true
 */
export function pValueFunction(fit: PooledEffect, options: PValueFunctionOptions = {}): ChartSpec {
  checkArgument(isObject(fit) && "ci" in fit && "studies" in fit, "fit", fit, "what pool gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", width = 460 } = options;
  checkWidth(width);
  if (fit.studies.length === 0) throw metaError(messages.nothingToDraw("studies"));
  const scale = forestScale(fit.measure, fit.studies);
  const domain = axisRange(fit);
  const plane = planeOf({
    x: { domain: [scale.show(domain[0]), scale.show(domain[1])], type: scale.type, title: scale.axisTitle },
    y: {
      domain: [0, 1],
      title: "p-value of the effect on the axis below",
      marks: [0.05, 0.1, 0.25, 0.5, 0.75, 1].map((value) => ({ value, text: String(value) })),
    },
    size: { width, height: 320 },
    keys: [
      { text: "each study", mark: "line", color: palette.rule },
      { text: "pooled effect", mark: "line", color: palette.pooled },
      { text: "p = 0.05: intervals of 95% end here", mark: "dashed", color: palette.ink },
    ],
    notes: [`Pooled by ${fit.tau2.method}, p by ${fit.ci.method}; of studies by the normal distribution.`],
  });
  const curves = fit.studies.map(({ yi, se }) => curve({ estimate: yi, se, df: null }, domain, scale));
  const { nullValue } = scale;
  return planeChart(plane, {
    title,
    description: describeP(fit, scale, title),
    layers: [
      ...(nullValue === null ? [] : [atX(nullValue, { name: "no effect", mark: { color: palette.rule } }, plane)]),
      atY(0.05, { name: "p = 0.05", mark: { color: palette.ink, strokeDash: [4, 3] } }, plane),
      ...paths(
        curves,
        {
          name: "studies",
          mark: { color: palette.rule, strokeWidth: 1, opacity: Math.max(0.12, Math.min(0.7, 12 / fit.k)) },
        },
        plane,
      ),
      ...path(
        curve({ ...fit.ci, estimate: fit.estimate }, domain, scale),
        { name: "pooled effect", mark: { color: palette.pooled, strokeWidth: 2.4 } },
        plane,
      ),
    ],
  });
}

interface Known {
  readonly estimate: number;
  readonly se: number;
  readonly df: number | null;
}

/** p over the axis, with the estimate itself as one of the values. */
function curve(known: Known, [first, last]: readonly [number, number], { show }: ForestScale): readonly Place[] {
  const values = Array.from({ length: STEPS + 1 }, (_, i) => first + ((last - first) * i) / STEPS);
  const all = [...values, known.estimate].filter((x) => x >= first && x <= last).sort((a, b) => a - b);
  return all.map((x) => ({ x: show(x), y: pOf(x, known) }));
}

/** Two-sided. */
function pOf(value: number, { estimate, se, df }: Known): number {
  if (se === 0) return value === estimate ? 1 : 0;
  const z = -Math.abs((value - estimate) / se);
  return Math.min(1, 2 * (df === null ? normalCdf(z) : tCdf(z, df)));
}

function describeP(fit: PooledEffect, scale: ForestScale, title: string): string {
  const studies = `${fit.k} ${fit.k === 1 ? "study" : "studies"}`;
  const none = scale.nullValue === null ? "" : `; no effect has ${pText(fit.ci.p)}`;
  return `The p-values of every effect, of ${studies} and pooled${title === "" ? "" : `, ${title}`}: highest at ${scale.short} ${scale.text(fit.estimate)}; at p = ${Number((1 - fit.ci.level).toPrecision(3))} from ${scale.text(fit.ci.lower)} to ${scale.text(fit.ci.upper)}${none}.`;
}
