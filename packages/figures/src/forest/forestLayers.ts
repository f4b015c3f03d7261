import type { PooledEffect } from "@acumeta/core";
import type { JsonObject } from "../chartSpec.js";
import { intervalLayers } from "../layout/intervals.js";
import type { TableLayout } from "../layout/layoutTable.js";
import { verticalLine } from "../layout/lines.js";
import type { ValueAxis } from "../layout/valueAxis.js";
import { palette } from "../theme/theme.js";
import type { ResolvedForest } from "./forestOptions.js";
import type { ForestScale } from "./forestScale.js";
import { ROW_HEIGHT } from "./forestTable.js";
import { pooledDiamond } from "./pooledDiamond.js";
import { studySquares } from "./studySquares.js";

/** What the marks are placed by. */
export interface ForestFrame {
  readonly scale: ForestScale;
  readonly table: TableLayout;
  readonly axis: ValueAxis;
}

/** The line of no effect, where there is such a value, and a dashed one from the pooled estimate up through the studies. */
export function referenceLines(fit: PooledEffect, { scale, table, axis }: ForestFrame): readonly JsonObject[] {
  const top = table.headBottom;
  const { nullValue } = scale;
  return [
    ...(nullValue === null
      ? []
      : [verticalLine({ name: "no effect", value: nullValue, top, bottom: axis.y, color: palette.rule }, axis)]),
    verticalLine(
      {
        name: "pooled estimate",
        value: scale.show(fit.estimate),
        top,
        bottom: table.rows[fit.k]!,
        color: palette.pooled,
        dashed: true,
      },
      axis,
    ),
  ];
}

/** Squares, whiskers, the diamond and the prediction interval. */
export function effectLayers(
  fit: PooledEffect,
  { studies, says }: ResolvedForest,
  { scale, table, axis }: ForestFrame,
): readonly JsonObject[] {
  const shown = ({ lower, upper }: { readonly lower: number; readonly upper: number }, row: number) => ({
    lower: scale.show(lower),
    upper: scale.show(upper),
    y: table.rows[row]!,
  });
  const pooled = shown(fit.ci, fit.k);
  const beyond = [pooled].filter(({ lower, upper }) => lower < axis.domain[0] || upper > axis.domain[1]);
  const predicted = fit.pi === null ? [] : [shown(fit.pi, fit.k + 1)];
  return [
    studySquares(studies, table.rows, { axis, scale, largestSide: ROW_HEIGHT - 7, says }),
    ...intervalLayers(studies.map(shown), { name: "study intervals", color: palette.ink, thickness: 1.2 }, axis),
    ...intervalLayers(beyond, { name: "pooled interval", color: palette.pooled, thickness: 1 }, axis),
    pooledDiamond({ ...pooled, estimate: scale.show(fit.estimate) }, axis),
    ...intervalLayers(predicted, { name: "prediction interval", color: palette.prediction, thickness: 5 }, axis),
  ];
}
