import type { ComponentModel } from "../design/componentModel.js";

/** Of each column, in how many trials some arms have more of it than others. */
export function trialsTelling({
  trials,
  rows,
  columns,
}: Pick<ComponentModel, "trials" | "rows" | "columns">): Int32Array {
  const counts = new Int32Array(columns.length);
  for (const { arms } of trials) {
    const has = Array.from(arms, (arm) => new Map(rows[arm]!));
    for (const column of new Set(has.flatMap((each) => [...each.keys()])))
      if (has.some((each) => each.get(column) !== has[0]!.get(column))) counts[column]! += 1;
  }
  return counts;
}
