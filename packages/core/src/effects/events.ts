import { check, positiveCount } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { checkRow } from "./checkRow.js";

/** Events and patients of two groups: `a` of `n1`, `c` of `n2`. */
export interface Events {
  readonly a: number;
  readonly n1: number;
  readonly c: number;
  readonly n2: number;
}

export const eventsColumns = ["a", "n1", "c", "n2"] as const;

/** {@link Events} of many studies, a column each. */
export interface EventsColumns {
  readonly a: readonly number[];
  readonly n1: readonly number[];
  readonly c: readonly number[];
  readonly n2: readonly number[];
}

/** Refuses negative counts, empty groups, more events than patients, and anything not finite. */
export function checkEvents(row: Events): void {
  checkRow(row, eventsColumns);
  const { a, n1, c, n2 } = row;
  check({ a, c }, (count) => count >= 0 && Number.isFinite(count), "a number of patients, at least 0");
  positiveCount({ n1, n2 });
  if (a > n1) throw metaError(messages.eventsExceedTotal({ events: a, total: n1 }));
  if (c > n2) throw metaError(messages.eventsExceedTotal({ events: c, total: n2 }));
}
