import { type BiasTestResult, type Funnel, metaError, type TrimAndFill } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { type ForestScale, forestScale } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import type { Key } from "../layout/plane/keys.js";
import { planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { withMargin } from "../layout/valueRange.js";
import { messages } from "../messages.js";
import { palette } from "../theme/theme.js";
import { contourKeys, funnelLayers } from "./funnelLayers.js";
import { describeFunnel, funnelNotes } from "./funnelWords.js";

/** How a funnel plot is drawn. */
export interface FunnelPlotOptions {
  readonly title?: string;
  /** Studies that `trimAndFill` fills in, as rings, and its pooled effect; none unless given. */
  readonly filled?: TrimAndFill;
  /** The line of a regression of effects on standard errors, as `biasTest` finds it by "Egger" or "mixed"; none unless given. */
  readonly test?: BiasTestResult;
  /** Whether the contours of significance are shaded; true unless given. */
  readonly contours?: boolean;
  /** Width of the plotting area in pixels, 120 to 2000; 460 unless given. */
  readonly width?: number;
}

/** A funnel plot with what is drawn beside the studies. */
export interface FunnelContent {
  readonly funnel: Funnel;
  readonly filled: TrimAndFill | null;
  readonly test: BiasTestResult | null;
  readonly contours: boolean;
  readonly scale: ForestScale;
  /** Of effects, on the scale of pooling. */
  readonly domain: readonly [number, number];
  /** The foot of the axis. */
  readonly maxSe: number;
}

/**
 * A contour-enhanced funnel plot of what `funnel` finds: each study by its effect and standard error, the largest below; where
 * studies lie that differ by chance alone about the pooled effect (dashed); and, shaded, how significant a study is by itself.
 * Ratios are shown back-transformed on a log axis.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 * Peters, Sutton, Jones, Abrams & Rushton 2008, Journal of Clinical Epidemiology 61:991-996.
 *
 * @example
 * import { funnel } from "@acumeta/core";
 * import { funnelPlot } from "@acumeta/figures";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.5, vi: 0.01 },
 *   { study: "B", measure: "SMD", yi: 0.7, vi: 0.16 },
 * ] as const;
 * funnelPlot(funnel(effects, { tau2: "EE", interval: "z" })).description.startsWith("Funnel plot of 2 studies"); // => true
 */
export function funnelPlot(funnel: Funnel, options: FunnelPlotOptions = {}): ChartSpec {
  const isFunnel = isObject(funnel) && "points" in funnel && Array.isArray(funnel.points) && "limits" in funnel;
  checkArgument(isFunnel, "funnel", funnel, "what funnel gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", filled = null, test = null, contours = true, width = 460 } = options;
  checkArgument(
    filled === null || (isObject(filled) && "filled" in filled),
    "filled",
    filled,
    "what trimAndFill gives",
  );
  checkArgument(test === null || (isObject(test) && "asymmetry" in test), "test", test, "what biasTest gives");
  checkWidth(width);
  if (funnel.points.length === 0) throw metaError(messages.nothingToDraw("studies"));
  const content = contentOf(funnel, { filled, test, contours });
  const { scale, domain, maxSe } = content;
  const plane = planeOf({
    x: { domain: [scale.show(domain[0]), scale.show(domain[1])], type: scale.type, title: scale.axisTitle },
    y: { domain: [0, maxSe], title: "Standard error, the largest below", reversed: true },
    size: { width, height: 340 },
    keys: keysOf(content),
    notes: funnelNotes(content),
  });
  return planeChart(plane, {
    title,
    description: describeFunnel(content, title),
    layers: funnelLayers(content, plane),
  });
}

function contentOf(
  funnel: Funnel,
  { filled, test, contours }: Pick<FunnelContent, "filled" | "test" | "contours">,
): FunnelContent {
  const halves = funnel.points.map(({ yi, se }) => ({ lower: yi - se, upper: yi + se }));
  const scale = forestScale(funnel.measure, halves);
  const maxSe = 1.06 * (funnel.maxSe || 1);
  const stretch = maxSe / (funnel.maxSe || 1);
  const { apex, lower, upper } = funnel.limits;
  const shown = [
    ...funnel.points.map(({ yi }) => yi),
    ...(filled?.filled ?? []).map(({ yi }) => yi),
    apex + stretch * (lower - apex),
    apex + stretch * (upper - apex),
  ];
  const domain = withMargin([Math.min(...shown), Math.max(...shown)], 0.04);
  return { funnel, filled, test, contours, scale, domain, maxSe };
}

function keysOf({ funnel, filled, test, contours }: FunnelContent): readonly Key[] {
  const { limits } = funnel;
  return [
    { text: "study", mark: "disc", color: palette.study },
    ...((filled?.filled.length ?? 0) > 0
      ? [{ text: "study filled in", mark: "ring", color: palette.pooled } as const]
      : []),
    { text: "pooled effect", mark: "line", color: palette.pooled },
    { text: `where ${100 * limits.level}% of studies lie by chance`, mark: "dashed", color: palette.ink },
    ...(test?.asymmetry && test.intercept
      ? [{ text: `line of ${test.label}`, mark: "line", color: palette.prediction } as const]
      : []),
    ...(contours ? contourKeys(funnel) : []),
  ];
}
