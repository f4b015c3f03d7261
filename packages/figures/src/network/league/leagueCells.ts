import type { TreatmentEffect } from "@acumeta/core";
import type { ForestScale } from "../../forest/forestScale.js";

/** A treatment (row) against another (column). */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly effect: Turned;
}

export interface Turned extends Pick<TreatmentEffect, "treatment" | "against" | "estimate"> {
  readonly lower: number;
  readonly upper: number;
  readonly isApart: boolean;
}

/** Every treatment against every other one, in the order of `names`. */
export function leagueCells(names: readonly string[], league: readonly TreatmentEffect[]): readonly Cell[] {
  return names.flatMap((treatment, row) =>
    names.flatMap((against, column): Cell[] =>
      row === column ? [] : [{ row, column, effect: turned(league, treatment, against) }],
    ),
  );
}

function turned(league: readonly TreatmentEffect[], treatment: string, against: string): Turned {
  const own = league.find((each) => each.treatment === treatment && each.against === against);
  const found = own ?? league.find((each) => each.treatment === against && each.against === treatment)!;
  const { lower, upper } = found.ci;
  const isApart = lower > 0 || upper < 0;
  return own === undefined
    ? { treatment, against, estimate: -found.estimate, lower: -upper, upper: -lower, isApart }
    : { treatment, against, estimate: found.estimate, lower, upper, isApart };
}

/** "[0.12, 0.34]" */
export function limits({ lower, upper }: Turned, { text }: ForestScale): string {
  return `[${text(lower)}, ${text(upper)}]`;
}

/** "acupuncture against sham −0.30 [−0.58, −0.02], apart" */
export function wordsOf(effect: Turned, scale: ForestScale): string {
  const { treatment, against, estimate, isApart } = effect;
  return `${treatment} against ${against} ${scale.text(estimate)} ${limits(effect, scale)}${isApart ? ", apart" : ""}`;
}
