/** What a cell may hold; nested values are not shown. */
export type CellValue = string | number | boolean | null | undefined;

/** A column of a table. */
export interface TableColumn<Row> {
  /** The field it shows, and its heading unless `head` is given. */
  readonly key: string;
  readonly head?: string;
  /** What it shows of a row, where that is not simply the field `key`. */
  readonly value?: (row: Row) => CellValue;
  /** Decimals of its numbers; unless given 0 where all are whole, otherwise 2. */
  readonly digits?: number;
}

export interface TableOptions<Row> {
  /** Columns in order, by field name or described; all fields of the first row unless given. */
  readonly columns?: readonly (string | TableColumn<Row>)[];
  readonly caption?: string;
}
