import type { Arm, Outcome } from "../schema/rows.js";
import { details, rules } from "./messages.js";
import { type Refusal, refusal } from "./refusal.js";

/** Events among the patients of one group. */
export interface ArmCounts {
  readonly arms: readonly string[];
  readonly events: number;
  readonly total: number;
  readonly rows: readonly Outcome[];
  readonly rules: readonly string[];
}

/** Events and patients of an arm from its row. */
export function armCounts(row: Outcome, { arm }: Arm): ArmCounts | Refusal {
  const { events, total } = row;
  if (events === null || total === null) return refusal("NO_NUMBERS", details.row(row.scale, row.week));
  return { arms: [arm], events, total, rows: [row], rules: [] };
}

/** One group out of several: events and patients are added. */
export function sumCounts(groups: readonly ArmCounts[]): ArmCounts {
  const arms = groups.flatMap((group) => group.arms);
  return {
    arms,
    events: groups.reduce((sum, { events }) => sum + events, 0),
    total: groups.reduce((sum, { total }) => sum + total, 0),
    rows: groups.flatMap(({ rows }) => rows),
    rules: arms.length > 1 ? [rules.summed(arms)] : [],
  };
}
