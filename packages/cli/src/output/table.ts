import Table from "cli-table3";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string | number | null;
  readonly align?: "left" | "right";
  /** Longer cells are wrapped at words. */
  readonly widest?: number;
}

const borderless = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};

/** A plain text table; null cells are shown as "–". */
export function textTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = rows.map((row) => columns.map(({ cell }) => String(cell(row) ?? "–")));
  const table = new Table({
    head: columns.map(({ head }) => head),
    colAligns: columns.map(({ align }) => align ?? "left"),
    colWidths: columns.map(({ widest = Number.POSITIVE_INFINITY }, i) =>
      cells.some((row) => row[i]!.length > widest) ? widest : null,
    ),
    wordWrap: true,
    chars: borderless,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...cells);
  return table.toString().replaceAll(/ +$/gm, "");
}
