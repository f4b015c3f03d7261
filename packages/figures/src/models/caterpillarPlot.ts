import { type Blups, measures, metaError, percent } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { checkArgument, isObject } from "../checkArgument.js";
import { forestScale, withInterval } from "../forest/forestScale.js";
import { checkWidth } from "../layout/checkWidth.js";
import { messages } from "../messages.js";
import { effectRows } from "../network/effectRows.js";
import { palette } from "../theme/theme.js";

/** How predicted true effects are drawn. */
export interface CaterpillarPlotOptions {
  readonly title?: string;
  /** Width of the plotting area in pixels, 120 to 2000; 320 unless given. Text columns are added to it. */
  readonly width?: number;
}

/**
 * The true effect that a model expects in each study, of what `blups` finds, from the smallest to the largest, beside the study's
 * own estimate and how far that is drawn to the pooled effect.
 *
 * Throws `WRONG_ARGUMENT`, `NOTHING_TO_DRAW`, `WIDTH_OUT_OF_RANGE`. Robinson 1991, Statistical Science 6:15-32.
 *
 * @example
 * import { blups, pool } from "@acumeta/core";
 * import { caterpillarPlot } from "@acumeta/figures";
 * const effects = [
 *   { study: "A", measure: "SMD", yi: 0.1, vi: 0.02 },
 *   { study: "B", measure: "SMD", yi: 0.9, vi: 0.02 },
 * ] as const;
 * caterpillarPlot(blups(pool(effects, { interval: "z" }))).description.includes("from A 0.1"); // => true
 */
export function caterpillarPlot(result: Blups, options: CaterpillarPlotOptions = {}): ChartSpec {
  const isResult =
    isObject(result) && "studies" in result && "measure" in result && Object.hasOwn(measures, result.measure);
  checkArgument(isResult, "result", result, "what blups gives");
  checkArgument(isObject(options), "options", options, "an object of options, or none");
  const { title = "", width = 320 } = options;
  checkWidth(width);
  const studies = [...result.studies].sort((a, b) => a.estimate - b.estimate);
  if (studies.length === 0) throw metaError(messages.nothingToDraw("studies"));
  const scale = forestScale(result.measure, studies);
  const right = { align: "right", side: "right" } as const;
  const [first, last] = [studies[0]!, studies.at(-1)!];
  const of = title === "" ? "" : `, ${title}`;
  return effectRows({
    title,
    description: `Predicted true effects of ${studies.length} ${studies.length === 1 ? "study" : "studies"}${of}, ${scale.short}: from ${first.study} ${withInterval(first, scale)} to ${last.study} ${withInterval(last, scale)}.`,
    measure: result.measure,
    scale,
    columns: [
      { head: "Study", align: "left", side: "left", cells: studies.map(({ study }) => study) },
      { head: "own", align: "right", side: "left", cells: studies.map(({ yi }) => scale.text(yi)) },
      {
        head: `predicted [${percent(result.level)}]`,
        ...right,
        cells: studies.map((each) => withInterval(each, scale)),
      },
      { head: "drawn", ...right, cells: studies.map(({ shrinkage }) => percent(Number(shrinkage.toFixed(2)))) },
    ],
    rows: studies.map((each) => {
      const { study, estimate, lower, upper } = each;
      const says = `${study}: predicted ${withInterval(each, scale)}, own ${scale.text(each.yi)}`;
      return { mark: { estimate, lower, upper, pi: null, shape: "circle", color: palette.study, says } };
    }),
    axisTitle: scale.axisTitle,
    favours: null,
    notes: [
      "Predicted: where the true effect of each study is expected, given its own estimate and those of all others. Drawn: how far its own estimate is moved to the pooled effect, 100% all the way.",
    ],
    width,
  });
}
