import { columnOf, type Row } from "../multilevel/random/columns.js";

/** Effects that may be correlated: the value they share and their rows, counted from 0. */
export interface Cluster {
  readonly label: string;
  readonly rows: readonly number[];
}

/** The effects of each value of a column, values in the order in which they first come. */
export function clustersOf(effects: readonly Row[], column: string): readonly Cluster[] {
  const clusters = new Map<string, number[]>();
  for (const [row, value] of columnOf(effects, column).entries()) {
    const label = String(value);
    const rows = clusters.get(label);
    if (rows === undefined) clusters.set(label, [row]);
    else rows.push(row);
  }
  return [...clusters].map(([label, rows]) => ({ label, rows }));
}
