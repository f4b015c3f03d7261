import { type PooledEffect, percent } from "@acumeta/core";
import { layoutTable, type TableLayout } from "../layout/layoutTable.js";
import { pooledLabel } from "./forestNotes.js";
import type { ResolvedForest } from "./forestOptions.js";

/** Height of a row of one line in pixels. */
export const ROW_HEIGHT = 20;

/** Rows: the studies, the pooled effect, and the prediction interval where there is one. */
export function forestTable(fit: PooledEffect, { columns, studies, width }: ResolvedForest): TableLayout {
  const predicted =
    fit.pi === null ? [] : [`${percent(fit.pi.level)} prediction interval, ${fit.pi.method.replace("(k-", "(k − ")}`];
  const names = {
    head: "Study",
    align: "left",
    side: "left",
    cells: [...studies.map(({ study }) => study), pooledLabel(fit), ...predicted],
  } as const;
  const others = columns.map(({ head, align, side, cell, pooled = "", prediction = "" }) => ({
    head,
    align,
    side,
    cells: [...studies.map(cell), pooled, ...predicted.map(() => prediction)],
  }));
  const rows = [...studies.map(() => ({})), { bold: true, gap: 6 }, ...predicted.map(() => ({}))];
  return layoutTable([names, ...others], rows, { plotWidth: width, rowHeight: ROW_HEIGHT });
}
