import type { EffectColumns, Registered } from "@acumeta/core";

/** Limits of an average; null where one effect shows no spread. */
export type Limits = { readonly lower: number; readonly upper: number } | null;

/** A way to average the effects of the trials that list a point; a group of `effects` holds those of one point. */
export interface AverageMethod<Id extends string = string> extends Registered<Id> {
  readonly estimates: (effects: EffectColumns) => Float64Array;
  readonly intervals: (effects: EffectColumns, level: number) => readonly Limits[];
}
