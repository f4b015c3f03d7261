import { type PooledEffect, percent } from "@acumeta/core";
import { layoutTable, type TableLayout, type TableRow } from "../../layout/layoutTable.js";
import type { ForestColumn } from "../forestColumns.js";
import { pooledLabel } from "../forestNotes.js";
import { ROW_HEIGHT } from "../forestTable.js";
import type { SubgroupRow } from "./subgroupRows.js";

/** The columns of a fit: the same of every fit, filled with its own numbers. */
export type ColumnsOf = (fit: PooledEffect) => readonly ForestColumn[];

/** Rows and columns around the plot. */
export function subgroupTable(
  rows: readonly SubgroupRow[],
  { overall, columnsOf, width }: { overall: PooledEffect; columnsOf: ColumnsOf; width: number },
): TableLayout {
  const names = { head: "Study", align: "left", side: "left", cells: rows.map(nameOf) } as const;
  const others = columnsOf(overall).map(({ head, align, side }, column) => ({
    head,
    align,
    side,
    cells: rows.map((row) => cellOf(row, { column, columnsOf, overall })),
  }));
  return layoutTable([names, ...others], rows.map(styleOf), { plotWidth: width, rowHeight: ROW_HEIGHT });
}

function nameOf(row: SubgroupRow): string {
  switch (row.kind) {
    case "head":
      return row.label;
    case "study":
      return row.study.study;
    case "group":
      return pooledLabel(row.fit);
    case "overall":
      return `All studies: ${pooledLabel(row.fit).toLowerCase()}`;
    case "prediction":
      return `${percent(row.fit.pi!.level)} prediction interval, ${row.fit.pi!.method.replace("(k-", "(k − ")}`;
  }
}

interface CellContext {
  readonly column: number;
  readonly columnsOf: ColumnsOf;
  readonly overall: PooledEffect;
}

function cellOf(row: SubgroupRow, { column, columnsOf, overall }: CellContext): string {
  if (row.kind === "head") return "";
  const { cell, group, pooled = "", prediction = "" } = columnsOf(row.kind === "group" ? row.fit : overall)[column]!;
  if (row.kind === "study") return cell(row.study);
  if (row.kind === "prediction") return prediction;
  return row.kind === "group" && group !== undefined ? group(row.studies) : pooled;
}

function styleOf({ kind }: SubgroupRow, row: number): TableRow {
  if (kind === "head") return { bold: true, gap: row === 0 ? 0 : 8 };
  if (kind === "overall") return { bold: true, gap: 12 };
  return kind === "group" ? { bold: true } : {};
}
