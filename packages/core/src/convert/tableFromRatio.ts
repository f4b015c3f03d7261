import type { Events } from "../effects/events.js";
import { check, positive, positiveCount } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { freeze } from "../numerics/freeze.js";

/** What a paper may report in place of a 2×2 table: the groups' patients and the events in both groups together. */
export interface TableMargins {
  readonly n1: number;
  readonly n2: number;
  readonly events: number;
  /** Round the events of each group to whole patients: true unless given. */
  readonly round?: boolean;
}

/** A reconstructed 2×2 table. */
export interface ReconstructedTable extends Events {
  readonly rule: string;
}

/**
 * The 2×2 table of an odds ratio whose margins are known: the events a of group 1 solve
 * OR (n₁ − a)(m − a) = a (n₂ − m + a), m the events of both groups, a quadratic with one possible root.
 *
 * Throws `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL`. Of a rounded odds ratio the events are right to about its digits;
 * compare the ratio of the rounded table with the paper's. Bonett 2007, American Psychologist
 * 62:254-255.
 *
 * @example
 * import { tableFromOddsRatio } from "@acumeta/core";
 * const { a, c } = tableFromOddsRatio({ or: 2.5, n1: 50, n2: 50, events: 40 });
 * [a, c]; // => [25, 15]
 */
export function tableFromOddsRatio({ or, ...margins }: TableMargins & { readonly or: number }): ReconstructedTable {
  positive({ or });
  checkMargins(margins);
  const { n1, n2, events: m } = margins;
  const b = or * (n1 + m) + n2 - m;
  const root = Math.sqrt(b ** 2 - 4 * (or - 1) * or * n1 * m);
  return table(margins, (2 * or * n1 * m) / (b + root), "2×2 table from the odds ratio and its margins");
}

/**
 * The 2×2 table of a risk ratio whose margins are known: a = RR n₁m/(RR n₁ + n₂), m the events of both groups.
 *
 * Throws `NOT_A_VALID_NUMBER`, `EVENTS_EXCEED_TOTAL` (also where the ratio would need more events in a group than it has
 * patients). Solves RR = (a/n₁)/((m − a)/n₂); Cochrane Handbook 6.4.1.1 for the ratio.
 *
 * @example
 * import { tableFromRiskRatio } from "@acumeta/core";
 * const { a, c } = tableFromRiskRatio({ rr: 5 / 3, n1: 50, n2: 50, events: 40 });
 * [a, c]; // => [25, 15]
 */
export function tableFromRiskRatio({ rr, ...margins }: TableMargins & { readonly rr: number }): ReconstructedTable {
  positive({ rr });
  checkMargins(margins);
  const { n1, n2, events } = margins;
  const a = (rr * n1 * events) / (rr * n1 + n2);
  if (a > n1) throw metaError(messages.eventsExceedTotal({ events: a, total: n1 }));
  if (events - a > n2) throw metaError(messages.eventsExceedTotal({ events: events - a, total: n2 }));
  return table(margins, a, "2×2 table from the risk ratio and its margins");
}

function checkMargins({ n1, n2, events }: TableMargins): void {
  positiveCount({ n1, n2 });
  check({ events }, (value) => value >= 0 && Number.isFinite(value), "a number of events, at least 0");
  if (events > n1 + n2) throw metaError(messages.eventsExceedTotal({ events, total: n1 + n2 }));
}

function table({ n1, n2, events, round = true }: TableMargins, exact: number, rule: string): ReconstructedTable {
  const a = round ? Math.round(exact) : exact;
  return freeze({ a, n1, c: events - a, n2, rule: round ? `${rule}, events rounded` : rule });
}
