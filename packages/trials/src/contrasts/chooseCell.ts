import type { Place } from "./admit.js";
import { groupBy } from "./groupBy.js";
import type { Question } from "./question.js";

/** A usable row; `armsA`, `armsB` are the arms it speaks of on each side. */
export interface Candidate<Value> extends Place {
  readonly armsA: readonly string[];
  readonly armsB: readonly string[];
  readonly value: Value;
}

/** The rows that answer, all of one scale and week, in file order. */
interface Cell<Value> {
  readonly scale: string;
  readonly week: number;
  readonly candidates: readonly Candidate<Value>[];
  /** Other scales that could have answered. */
  readonly otherScales: readonly string[];
}

/**
 * Chooses one scale and one week among usable rows, or null where no scale has both sides in any week.
 *
 * Within a scale: the week nearest the target at which both sides have a row, the earlier of two equally near.
 * Between scales: the one whose chosen week has the most arms, then the nearest to the target, then the first in
 * the file.
 */
export function chooseCell<Value>(
  candidates: readonly Candidate<Value>[],
  { target }: Question["window"],
): Cell<Value> | null {
  const inFileOrder = [...candidates].sort((a, b) => a.line - b.line);
  const perScale = [...groupBy(inFileOrder, ({ scale }) => scale)].flatMap(([scale, rows]) => {
    const week = nearestWeek(rows, target);
    return week === null ? [] : [{ scale, week, candidates: rows.filter((row) => row.week === week) }];
  });
  const [chosen, ...others] = perScale.sort(
    (a, b) => armCount(b.candidates) - armCount(a.candidates) || away(a.week, target) - away(b.week, target),
  );
  return chosen === undefined ? null : { ...chosen, otherScales: others.map(({ scale }) => scale) };
}

function nearestWeek(rows: readonly Candidate<unknown>[], target: number): number | null {
  const weeks = [...groupBy(rows, ({ week }) => week)].filter(([, atWeek]) => hasBothSides(atWeek));
  const [nearest] = weeks.map(([week]) => week).sort((a, b) => away(a, target) - away(b, target) || a - b);
  return nearest ?? null;
}

function away(week: number, target: number): number {
  return Math.abs(week - target);
}

function hasBothSides(rows: readonly Candidate<unknown>[]): boolean {
  return rows.some(({ armsA }) => armsA.length > 0) && rows.some(({ armsB }) => armsB.length > 0);
}

function armCount(rows: readonly Candidate<unknown>[]): number {
  return new Set(rows.flatMap(({ armsA, armsB }) => [...armsA, ...armsB])).size;
}
