import { counted, type Gosh, metaError } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { forestScale } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import type { Key } from "../layout/plane/keys.js";
import { type Plane, planeOf } from "../layout/plane/plane.js";
import { planeChart } from "../layout/plane/planeChart.js";
import { rectLayer } from "../layout/rects.js";
import { withMargin } from "../layout/valueRange.js";
import { messages } from "../messages.js";
import { palette } from "../theme/theme.js";
import { type Bin, binsOf } from "./goshBins.js";

/** How subsets of studies are drawn. */
export interface GoshPlotOptions {
  readonly title?: string;
  /** A study whose subsets are coloured apart; none unless given. */
  readonly study?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 460 unless given. */
  readonly width?: number;
}

const GRID = { columns: 92, rows: 64 } as const;

/**
 * How the subsets of the studies that `gosh` pools are spread: I² against the pooled effect, in fuller colour where more subsets lie. Several
 * clouds mean that the studies are no one population; `study` shows whether one of them parts the clouds.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`.
 * Olkin, Dahabreh & Trikalinos 2012, Research Synthesis Methods 3:214-223.
 *
 * @example
 * import { gosh } from "@acumeta/core";
 * import { goshPlot } from "@acumeta/figures";
 * const yi = [0.1, 0.2, 0.3, 0.9];
 * const effects = yi.map((y, i) => ({ study: `${i + 1}`, measure: "SMD" as const, yi: y, vi: 0.02 }));
 * goshPlot(gosh(effects), { study: "4" }).description.includes("11 subsets of 4 studies"); // => true
 */
export function goshPlot(result: Gosh, options: GoshPlotOptions = {}): ChartSpec {
  checkArgument(isObject(result) && "membership" in result && "I2" in result, "result", result, "what gosh gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", study = null, width = 460 } = options;
  checkWidth(width);
  if (result.subsets === 0) throw metaError(messages.nothingToDraw("subsets"));
  const names = result.studies.map((each) => each.study);
  const column = study === null ? null : names.indexOf(study);
  checkArgument(column !== -1, "study", study, `one of ${names.join(", ")}`);
  const [low, high] = withMargin(spanOf(result.estimate), 0.03);
  const scale = forestScale(result.measure, [{ lower: low, upper: high }]);
  const plane = planeOf({
    x: { domain: [scale.show(low), scale.show(high)], type: scale.type, title: scale.axisTitle },
    y: { domain: [0, 100], title: "I² (%) of each subset of the studies" },
    size: { width, height: 320 },
    keys: keysOf(study),
    notes: [
      `${result.exact ? "All" : "A random sample of"} ${counted(result.subsets, "subset")} of two studies or more. The fuller the colour, the more subsets, on a log scale.`,
    ],
  });
  const bins = binsOf(result, { low, high, grid: GRID, column });
  return planeChart(plane, {
    title,
    description: describeGosh(result, { study, title, text: scale.text }),
    layers: [
      binLayer(bins, { name: "subsets", plane, color: palette.study, of: ({ without }) => without }),
      binLayer(bins, { name: "subsets with the study", plane, color: palette.pooled, of: ({ inside }) => inside }),
    ],
  });
}

function spanOf(values: Float64Array): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function keysOf(study: string | null): readonly Key[] {
  if (study === null) return [];
  return [
    { text: `subsets with ${study}`, mark: "area", color: palette.pooled },
    { text: `without ${study}`, mark: "area", color: palette.study },
  ];
}

interface BinStyle {
  readonly name: string;
  readonly plane: Plane;
  readonly color: string;
  readonly of: (bin: Bin) => number;
}

/** Cells in pixels, the more opaque the more subsets they hold. */
function binLayer(bins: readonly Bin[], { name, plane: { plot }, color, of }: BinStyle) {
  const [wide, high] = [(plot.right - plot.left) / GRID.columns, (plot.bottom - plot.top) / GRID.rows];
  const most = Math.log(Math.max(1, ...bins.map(of)));
  const rects = bins
    .filter((bin) => of(bin) > 0)
    .map((bin) => ({
      x: plot.left + bin.column * wide,
      x2: plot.left + (bin.column + 1) * wide,
      y: plot.bottom - (bin.row + 1) * high,
      y2: plot.bottom - bin.row * high,
      strength: most === 0 ? 0.9 : 0.2 + (0.7 * Math.log(of(bin))) / most,
      says: counted(of(bin), "subset"),
    }));
  const layer = rectLayer(rects, { name, mark: { fill: color, aria: false } });
  return {
    ...layer,
    encoding: { ...(layer.encoding as object), fillOpacity: { field: "strength", type: "quantitative", scale: null } },
  };
}

interface Told {
  readonly study: string | null;
  readonly title: string;
  readonly text: (pooled: number) => string;
}

function describeGosh({ subsets, k, estimate, studies }: Gosh, { study, title, text }: Told): string {
  const [low, high] = spanOf(estimate);
  const chosen = studies.find((each) => each.study === study);
  const means = ({ I2 }: { readonly I2: number | null }) => (I2 === null ? "none" : `${I2.toFixed(0)}%`);
  const apart =
    chosen === undefined
      ? ""
      : `; mean I² ${means(chosen.included)} with ${chosen.study}, ${means(chosen.excluded)} without`;
  return `I² against the pooled effect of ${counted(subsets, "subset")} of ${k} studies${title === "" ? "" : `, ${title}`}: effects from ${text(low)} to ${text(high)}${apart}.`;
}
