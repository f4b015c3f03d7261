import { contrasts, type ModifiedEffect, type Question, type Trials, withModifiers } from "@acumeta/trials";
import { timeReasons } from "./messages.js";
import type { LeftOutEffect } from "./modifierAnswer.js";

/** An effect of a trial at one of its weeks after treatment. */
export interface WeekEffect extends ModifiedEffect {
  readonly measure: "SMD";
  readonly weeksAfter: number;
  /** Three months from the end of treatment, and from the mean of the trial's own. */
  readonly quarter: number;
  readonly fromMean: number;
}

const WEEKS_OF_A_QUARTER = 13;

/**
 * The effects of each trial at every week from the end of treatment to `until` weeks after it: the same arms on the same
 * scale, that of most weeks. Trials with fewer than two such weeks say nothing of time.
 */
export function weekEffects(
  trials: Trials,
  question: Question,
  until: number,
): { readonly effects: readonly WeekEffect[]; readonly leftOut: readonly LeftOutEffect[] } {
  const effects: WeekEffect[] = [];
  const leftOut: LeftOutEffect[] = [];
  for (const [trial, all] of byTrial(atEveryWeek(trials, question))) {
    const series = longestSeries(
      all.filter(({ weeksAfter }) => weeksAfter !== null && weeksAfter >= 0 && weeksAfter <= until),
    );
    if (series.length >= 2) effects.push(...timed(series));
    else leftOut.push({ trial, study: all[0]!.study, reason: reasonOf(all, until) });
  }
  return { effects, leftOut };
}

function atEveryWeek(trials: Trials, question: Question): readonly ModifiedEffect[] {
  const weeks = [...trials.outcomes, ...trials.contrasts].flatMap(({ week }) =>
    week === null || week === 0 ? [] : [week],
  );
  const effects = [...new Set(weeks)]
    .sort((a, b) => a - b)
    .flatMap(
      (week) =>
        contrasts(trials, { ...question, arms: "combine", window: { from: week, to: week, target: week } }).effects,
    );
  return withModifiers(trials, effects).effects;
}

function byTrial(effects: readonly ModifiedEffect[]): ReadonlyMap<string, readonly ModifiedEffect[]> {
  return grouped(effects, ({ trial }) => trial);
}

function longestSeries(effects: readonly ModifiedEffect[]): readonly ModifiedEffect[] {
  const series = [
    ...grouped(effects, ({ provenance: { scale, armsA, armsB } }) => JSON.stringify([scale, armsA, armsB])).values(),
  ];
  return series.reduce((longest, one) => (one.length > longest.length ? one : longest), []);
}

function timed(series: readonly ModifiedEffect[]): readonly WeekEffect[] {
  const after = series.map(({ weeksAfter }) => weeksAfter as number);
  const mean = after.reduce((sum, each) => sum + each, 0) / after.length;
  return series.map((effect, i) => ({
    ...effect,
    measure: "SMD",
    weeksAfter: after[i]!,
    quarter: after[i]! / WEEKS_OF_A_QUARTER,
    fromMean: (after[i]! - mean) / WEEKS_OF_A_QUARTER,
  }));
}

function reasonOf(effects: readonly ModifiedEffect[], until: number): string {
  if (effects.every(({ weeksAfter }) => weeksAfter === null)) return timeReasons.noEnd;
  return timeReasons.tooFewWeeks(until);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
