import type { JsonObject } from "../../chartSpec.js";
import { intervalLayers } from "../../layout/intervals.js";
import type { TableLayout } from "../../layout/layoutTable.js";
import { verticalLine } from "../../layout/lines.js";
import type { ValueAxis } from "../../layout/valueAxis.js";
import { palette, series } from "../../theme/theme.js";
import type { ForestScale } from "../forestScale.js";
import { ROW_HEIGHT } from "../forestTable.js";
import { pooledDiamond } from "../pooledDiamond.js";
import { studySquares } from "../studySquares.js";
import type { SubgroupRow } from "./subgroupRows.js";

interface SubgroupFrame {
  readonly scale: ForestScale;
  readonly table: TableLayout;
  readonly axis: ValueAxis;
}

const GROUP_COLOR = series[2];

/** The line of no effect, the studies, a diamond for each group and one for all, and the prediction interval. */
export function subgroupLayers(
  rows: readonly SubgroupRow[],
  { scale, table, axis }: SubgroupFrame,
): readonly JsonObject[] {
  const placed = rows.map((row, i) => ({ ...row, y: table.rows[i]! }));
  const studies = placed.flatMap((row) => (row.kind === "study" ? [row] : []));
  const pooled = placed.flatMap((row) => (row.kind === "group" || row.kind === "overall" ? [row] : []));
  const predicted = placed.flatMap((row) => (row.kind === "prediction" ? [{ ...row.fit.pi!, y: row.y }] : []));
  const shown = ({ lower, upper, y }: { readonly lower: number; readonly upper: number; readonly y: number }) => ({
    lower: scale.show(lower),
    upper: scale.show(upper),
    y,
  });
  return [
    ...noEffect({ scale, table, axis }),
    studySquares(
      studies.map(({ study }) => study),
      studies.map(({ y }) => y),
      { axis, scale, largestSide: ROW_HEIGHT - 7 },
    ),
    ...intervalLayers(
      studies.map(({ study, y }) => shown({ ...study, y })),
      { name: "study intervals", color: palette.ink, thickness: 1.2 },
      axis,
    ),
    ...pooled.map(({ kind, fit, y }, i) => {
      const diamond = { ...shown({ ...fit.ci, y }), estimate: scale.show(fit.estimate) };
      return kind === "overall"
        ? pooledDiamond(diamond, axis)
        : pooledDiamond({ ...diamond, name: `group ${i + 1}`, color: GROUP_COLOR }, axis);
    }),
    ...intervalLayers(
      predicted.map(shown),
      { name: "prediction interval", color: palette.prediction, thickness: 5 },
      axis,
    ),
  ];
}

function noEffect({ scale: { nullValue }, table, axis }: SubgroupFrame): readonly JsonObject[] {
  if (nullValue === null) return [];
  const line = { name: "no effect", value: nullValue, top: table.headBottom, bottom: axis.y, color: palette.rule };
  return [verticalLine(line, axis)];
}
