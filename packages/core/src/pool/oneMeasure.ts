import type { Measure } from "../effects/effect.js";

/**
 * `unknown` for one measure or for the wide {@link Measure} (known only at run time); for a union of some measures a
 * text that no list of effects is, so that pooling them does not compile.
 */
export type OneMeasure<M extends Measure> = Measure extends M
  ? unknown
  : IsUnion<M> extends true
    ? "effects of different measures can't be pooled"
    : unknown;

type IsUnion<T, U = T> = T extends U ? ([U] extends [T] ? false : true) : never;
