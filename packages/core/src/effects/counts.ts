import { check, positive } from "../errors/check.js";
import { messages } from "../errors/messages.js";
import { metaError } from "../errors/metaError.js";
import { checkRow } from "./checkRow.js";

/** Refuses groups of fewer than so many patients. */
export function patients(values: Readonly<Record<string, number>>, least: number): void {
  check(values, (n) => n >= least && Number.isFinite(n), `a number of patients, at least ${least}`);
}

/** Events among patients of one group: `a` of `n`. */
export interface Proportion {
  readonly a: number;
  readonly n: number;
}

/** Events in the time at risk of one group: `x` in `t` patient-years (or days, …). */
export interface Rate {
  readonly x: number;
  readonly t: number;
}

/** Events in the time at risk of two groups: `x1` in `t1`, `x2` in `t2`. */
export interface PersonTime {
  readonly x1: number;
  readonly t1: number;
  readonly x2: number;
  readonly t2: number;
}

const events = (values: Readonly<Record<string, number>>): void =>
  check(values, (count) => count >= 0 && Number.isFinite(count), "a number of events, at least 0");

export function checkProportion(row: Proportion): void {
  checkRow(row, ["a", "n"]);
  const { a, n } = row;
  events({ a });
  patients({ n }, 1);
  if (a > n) throw metaError(messages.eventsExceedTotal({ events: a, total: n }));
}

export function checkRate(row: Rate): void {
  checkRow(row, ["x", "t"]);
  const { x, t } = row;
  events({ x });
  positive({ t });
}

export function checkPersonTime(row: PersonTime): void {
  checkRow(row, ["x1", "t1", "x2", "t2"]);
  const { x1, t1, x2, t2 } = row;
  events({ x1, x2 });
  positive({ t1, t2 });
}
