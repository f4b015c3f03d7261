import { checkEvents, type Events } from "../events.js";
import { additions, type ZeroCellOptions } from "../zeroCells.js";

/** The four cells of a table after the zero-cell policy: with and without event in group 1, in group 2. */
export interface Cells {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly rules: readonly string[];
  /** No events, or only events, in both groups, and to be left out for it. */
  readonly dropped: boolean;
}

/** The cells of every table of a set, checked and corrected together. */
export function correctedCells(tables: readonly Events[], options: ZeroCellOptions): readonly Cells[] {
  for (const table of tables) checkEvents(table);
  const policy = additions(tables, options, {
    hasZero: ({ a, n1, c, n2 }) => a === 0 || c === 0 || a === n1 || c === n2,
    doubleZero: {
      holds: ({ a, n1, c, n2 }) => (a === 0 && c === 0) || (a === n1 && c === n2),
      label: "no events, or only events, in both groups",
    },
    counts: "every cell",
  });
  return tables.map(({ a, n1, c, n2 }, i) => {
    const { added, dropped, rules } = policy[i]!;
    return { a: a + added, b: n1 - a + added, c: c + added, d: n2 - c + added, rules, dropped };
  });
}
