import type { Registered } from "../registry/registry.js";
import type { EffectSize, UndefinedEffect } from "./effectSize.js";

/** Whose size a back-transformation needs: patients for "PFT", time at risk for "IRFT"; of several their harmonic mean. */
export interface GroupSize {
  readonly n?: number | readonly number[];
  readonly t?: number | readonly number[];
}

/** What tables and figures need to know of a scale. */
export interface MeasureInfo<Id extends string = string> extends Registered<Id> {
  /**
   * What an effect tells of: a difference of two groups, an association, a change within a group, or the level of one
   * group. Of levels no value means "no effect", whatever `nullValue`.
   */
  readonly tells: "difference" | "association" | "change" | "level";
  /** Whether effects are logarithms of a ratio, shown after `backTransform` on a log axis. */
  readonly ratio: boolean;
  /** No effect, on the scale of `yi`. */
  readonly nullValue: 0;
  /** From the scale of `yi` to the scale people read. */
  readonly backTransform: (x: number, size?: GroupSize) => number;
  /** Label of an axis of back-transformed values. */
  readonly axisLabel: string;
  /** The measure that `asMeasure` may take its effects for, since they estimate the same under its assumptions. */
  readonly standsFor: string | null;
}

/** A measure of effect: a scale, and how its effects are computed from rows with certain columns. */
export interface EffectMeasure<Id extends string, Row extends object, Options extends object> extends MeasureInfo<Id> {
  /** What a row holds, in order. */
  readonly columns: readonly (keyof Row & string)[];
  /** The effect of every row, together, since some options look at all of them; undefined ones keep their place. */
  readonly compute: (rows: readonly Row[], options: Options) => readonly ComputedEffect<Id>[];
}

export type ComputedEffect<Id extends string> = EffectSize<Id> | UndefinedEffect<Id>;

/** The options of a measure that has none. */
export type NoOptions = Readonly<Record<string, never>>;

/** Back-transformation of a measure that people read as it is pooled. */
const same = (x: number): number => x;

/** What most measures of a difference share. */
export const difference = {
  tells: "difference",
  ratio: false,
  nullValue: 0,
  backTransform: same,
  standsFor: null,
} as const;

/** What most ratios share: pooled as logarithms. */
export const logRatio = { ...difference, ratio: true, backTransform: Math.exp } as const;

/** What most measures of one group share. */
export const level = { ...difference, tells: "level" } as const;
