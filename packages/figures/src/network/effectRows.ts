import type { Measure } from "@acumeta/core";
import type { ChartSpec } from "../chartSpec.js";
import { effectRange } from "../forest/effectRange.js";
import type { ForestScale } from "../forest/forestScale.js";
import { chartOf } from "../layout/chartOf.js";
import type { Favours } from "../layout/favoursLabels.js";
import { labelLayers } from "../layout/label.js";
import { layoutTable, type TableRow, type TextColumn } from "../layout/layoutTable.js";
import { horizontalLines } from "../layout/lines.js";
import type { Key } from "../layout/plane/keys.js";
import { plotFoot } from "../layout/plotFoot.js";
import type { ValueAxis } from "../layout/valueAxis.js";
import { type EffectMark, markLayers } from "./effectMarks.js";

/** A row of a forest of effects: a line of the table, and what is drawn in it, on the scale of pooling. */
export interface EffectRow extends TableRow {
  /** null for a row of text. */
  readonly mark: EffectMark | null;
}

/** What a forest of effects shows. */
export interface EffectRows {
  readonly title: string;
  readonly description: string;
  readonly measure: Measure;
  readonly scale: ForestScale;
  readonly columns: readonly TextColumn[];
  readonly rows: readonly EffectRow[];
  readonly axisTitle: string;
  readonly favours: Favours | null;
  /** What marks mean; none unless given. */
  readonly keys?: readonly Key[];
  readonly notes: readonly string[];
  readonly width: number;
}

const ROW_HEIGHT = 20;

/** Effects below each other between columns of text, on one axis, with the line of no effect. */
export function effectRows({ scale, columns, rows, width, ...figure }: EffectRows): ChartSpec {
  const table = layoutTable(columns, rows, { plotWidth: width, rowHeight: ROW_HEIGHT });
  const marks = rows.flatMap(({ mark }, row) => (mark === null ? [] : [{ ...mark, y: table.rows[row]! }]));
  const predictions = marks.flatMap(({ pi }) => (pi === null ? [] : [pi]));
  const [lower, upper] = effectRange(figure.measure, marks, predictions);
  const domain = [scale.show(lower), scale.show(upper)] as const;
  const isCutOff = [...marks, ...predictions].some((bar) => bar.lower < lower || bar.upper > upper);
  const cutOff = isCutOff ? ["An arrow marks an interval that goes on beyond the axis."] : [];
  const foot = plotFoot(
    {
      axisTitle: figure.axisTitle,
      favours: figure.favours,
      keys: figure.keys ?? [],
      notes: [...cutOff, ...figure.notes],
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
  return chartOf({
    title: figure.title,
    description: figure.description,
    width: table.width,
    height: foot.height,
    layers: [
      horizontalLines([table.headBottom], table.width),
      ...markLayers(marks, { scale, axis, top: table.headBottom }),
      ...foot.keys,
      ...labelLayers([...table.labels, ...foot.labels]),
    ],
  });
}
