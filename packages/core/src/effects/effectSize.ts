import type { Measure } from "./effect.js";

/** An effect computed from what a paper reports, with the rules that were applied, in order. */
export interface EffectSize<M extends string = Measure> {
  readonly measure: M;
  readonly yi: number;
  readonly vi: number;
  readonly rules: readonly string[];
}

/** A row of a table whose effect is undefined or was dropped; the last of its rules says why. */
export interface UndefinedEffect<M extends string = Measure> {
  readonly measure: M;
  readonly yi: null;
  readonly vi: null;
  readonly rules: readonly string[];
}
