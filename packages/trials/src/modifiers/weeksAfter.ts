import type { Trial } from "../schema/rows.js";
import { type Reading, reading } from "./reading.js";

/** Weeks from the end of treatment, of a range the last, to the outcome. */
export function weeksAfter({ weeks }: Trial, week: number | null): Reading<number> {
  return reading(weeks === null || week === null ? null : week - weeks.high);
}
