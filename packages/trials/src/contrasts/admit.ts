import { type Trust, trustLevels, type Unpoolable } from "../schema/kinds.js";
import type { RowOrigin } from "../schema/rows.js";
import { details } from "./messages.js";
import type { Question } from "./question.js";
import { type Refusal, refusal } from "./refusal.js";

/** What rows of outcomes.csv and contrasts.csv have in common. */
interface Datable {
  readonly scale: string;
  readonly week: number | null;
  readonly trust: Trust;
  readonly unpoolable: Unpoolable | null;
  readonly origin: RowOrigin;
}

/** The scale and week a row speaks of, and its line in the file. */
export interface Place {
  readonly scale: string;
  readonly week: number;
  readonly line: number;
}

/**
 * The place of a row that may answer, or why it may not whatever its numbers: another scale, marked unpoolable
 * (median, ambiguous, contradictory, direction-unsure …), trusted too little, no week or one outside the window.
 */
export function admit(row: Datable, { scale, window, minimumTrust = "low" }: Question): Place | Refusal {
  const name = details.row(row.scale, row.week);
  if (scale !== undefined && row.scale !== scale) return refusal("WRONG_SCALE", row.scale);
  if (row.unpoolable !== null) return refusal("UNPOOLABLE_ROW", `${name} (${row.unpoolable})`);
  if (trustLevels.indexOf(row.trust) > trustLevels.indexOf(minimumTrust))
    return refusal("LOW_TRUST", `${name} (${row.trust})`);
  if (row.week === null) return refusal("NO_WEEK", row.scale);
  if (row.week < window.from || row.week > window.to) return refusal("OUTSIDE_WINDOW", `${row.week}`);
  return { scale: row.scale, week: row.week, line: row.origin.line };
}
