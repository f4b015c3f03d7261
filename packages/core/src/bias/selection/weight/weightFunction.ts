import type { Registered } from "../../../registry/registry.js";

/** p-values as columns: p, 1 − p, and the logarithms of both. */
export interface PValues {
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly logP: Float64Array;
  readonly logQ: Float64Array;
}

/** What p and q = 1 − p are taken to be at least. */
export interface Least {
  readonly p: number;
  readonly q: number;
}

/** A weight and its first and second derivatives with respect to the m parameters δ; filled by a weight function. */
export interface WeightJet {
  value: number;
  readonly first: Float64Array;
  /** m × m, row by row. */
  readonly second: Float64Array;
}

/** A parameter δ of a weight function. */
export interface WeightParameter {
  /** Its value where there is no selection. */
  readonly none: number;
  readonly lower: number;
  readonly upper: number;
  /** Held at `none`. */
  readonly isReference: boolean;
}

/** How likely a study is to be published given its p-value, up to a factor: w(p; δ). */
export interface WeightFunction<Id extends string = string> extends Registered<Id> {
  /** The `type` of metafor's selmodel that is the same. */
  readonly r: string;
  /** p and 1 − p are taken to be at least these: beyond, the weight is constant. */
  readonly least: Least;
  /** Whether the weight would differ beyond `least`, which is then a choice (`pMin`). */
  readonly isCensored: boolean;
  /** Constant between `steps`, smooth in p, or smooth but for an infinite slope at p = 1. */
  readonly shape: "steps" | "smooth" | "steep";
  readonly parameters: (steps: readonly number[]) => readonly WeightParameter[];
  /** Values of the m parameters from which to search. */
  readonly starts: (m: number) => readonly (readonly number[])[];
  /** Those which favour large p-values. */
  readonly reversedStarts: readonly (readonly number[])[];
  /** The weight of the i-th p-value. */
  readonly weigh: (
    p: PValues,
    i: number,
    at: { readonly delta: Float64Array; readonly steps: readonly number[] },
    out: WeightJet,
  ) => void;
}

/** Where the search for δ ends: exp(−100p) leaves a hundredth at p = 0.046, and a step this high next to nothing below it. */
export const LARGEST_DELTA = 100;

/** How far from 0 and 1 p is kept by weights that are infinite or 0 there, unless `pMin` is given. */
export const CENSORED: Least = { p: 1e-5, q: 1e-5 };

/** Beyond, no smooth weight differs from its limit in double precision. */
export const NEGLIGIBLE = 1e-23;
