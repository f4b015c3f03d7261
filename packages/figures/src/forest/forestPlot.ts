import type { PooledEffect } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { chartOf } from "../layout/chartOf.js";
import { labelLayers } from "../layout/label.js";
import { horizontalLines } from "../layout/lines.js";
import { plotFoot } from "../layout/plotFoot.js";
import type { ValueAxis } from "../layout/valueAxis.js";
import { axisRange } from "./axisRange.js";
import { describeForest } from "./describeForest.js";
import { effectLayers, referenceLines } from "./forestLayers.js";
import { forestNotes } from "./forestNotes.js";
import { type ForestOptions, resolveForest } from "./forestOptions.js";
import { forestScale } from "./forestScale.js";
import { forestTable, ROW_HEIGHT } from "./forestTable.js";
import { judgedStudies } from "./judgedStudies.js";

/**
 * A forest plot: each study's estimate and interval with its weight, the pooled effect as a diamond, the prediction
 * interval named with its rule, heterogeneity, the methods, and the warnings of the fit. Ratios are shown back-transformed on a log axis.
 *
 * Squares have areas in proportion to weights. The axis holds every estimate; intervals much wider than the typical
 * one end in an arrow. Of levels (single proportions, rates, reliabilities) no value means "no effect": such a plot has
 * neither that line nor texts of what it favours, nor a test. Columns are as wide as their measured texts, so nothing overlaps.
 *
 * Throws `NOTHING_TO_DRAW` for a fit without studies, `NOT_FINITE`, `WIDTH_OUT_OF_RANGE`, and `UNKNOWN_CHOICE` for an
 * unknown column or order. Layout after Lewis & Clarke 2001, BMJ 322:1479-1480.
 *
 * @example
 * import { pool } from "@acumeta/core";
 * import { forestPlot } from "@acumeta/figures";
 * const fit = pool([
 *   { study: "First 2001", measure: "SMD", yi: 0.3, vi: 0.04 },
 *   { study: "Second 2005", measure: "SMD", yi: 0.5, vi: 0.02 },
 * ]);
 * const chart = forestPlot(fit, { treatment: "Acupuncture", comparator: "Sham" });
 * chart.description.startsWith("Forest plot: 2 studies; pooled SMD 0.43"); // => true
 */
export function forestPlot(fit: PooledEffect, options: ForestOptions = {}): ChartSpec {
  const figure = resolveForest(fit, options);
  const scale = forestScale(fit.measure, fit.studies);
  const plain = forestTable(fit, figure);
  const judged = judgedStudies(figure, plain);
  const table = { ...plain, width: judged.width };
  const [lower, upper] = axisRange(fit);
  const domain = [scale.show(lower), scale.show(upper)] as const;
  const cutOff = [...fit.studies, fit.ci, ...(fit.pi === null ? [] : [fit.pi])].some(
    (bar) => bar.lower < lower || bar.upper > upper,
  );
  const foot = plotFoot(
    {
      axisTitle: scale.axisTitle,
      favours: figure.favours,
      keys: judged.keys,
      notes: [...judged.notes, ...forestNotes(fit, cutOff)],
    },
    { table, domain, scale },
  );
  const axis: ValueAxis = {
    type: scale.type,
    domain,
    range: [table.plot.left, table.plot.right],
    y: foot.axisY,
    height: foot.height,
  };
  const frame = { scale, table, axis };
  return chartOf({
    title: figure.title,
    description: describeForest(fit, scale, figure.title),
    width: table.width,
    height: foot.height,
    layers: [
      horizontalLines([table.headBottom, table.rows[fit.k]! - ROW_HEIGHT / 2 - 3], table.width),
      ...referenceLines(fit, frame),
      ...effectLayers(fit, figure, frame),
      ...judged.layers,
      ...foot.keys,
      ...labelLayers([...table.labels, ...judged.labels, ...foot.labels]),
    ],
  });
}
