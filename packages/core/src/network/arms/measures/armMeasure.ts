import type { Registered } from "../../../registry/registry.js";
import type { ArmRows } from "../armKinds.js";

/** The effect of one arm against another, or why there is none. */
export type ComparedPair = { readonly yi: number; readonly vi: number } | { readonly undefinedBecause: string };

/** How the arms of one trial compare, all on one footing. */
export interface ComparedArms {
  /** To be left out for having no events, or only events, in all arms. */
  readonly dropped: boolean;
  readonly rules: readonly string[];
  /** The arm at one place against that at another. */
  readonly pair: (first: number, second: number) => ComparedPair;
}

/** A measure of effect by which all arms of a trial can be compared with each other. */
export interface ArmMeasure<Id extends string, Kind extends keyof ArmRows, Options> extends Registered<Id> {
  readonly arms: Kind;
  /** Names of its options. */
  readonly options: readonly (keyof Options & string)[];
  /** Whether differences of independent estimates of arms are such effects. */
  readonly ofEstimates: boolean;
  /** Trials together, since some options look at all of them. */
  readonly compare: (
    trials: readonly (readonly ArmRows[Kind][])[],
    options: Options,
  ) => readonly (() => ComparedArms)[];
}

/** An effect as core's measures give it. */
export function comparedPair(effect: {
  readonly yi: number | null;
  readonly vi: number | null;
  readonly rules: readonly string[];
}): ComparedPair {
  const { yi, vi, rules } = effect;
  return yi === null || vi === null ? { undefinedBecause: rules.at(-1)! } : { yi, vi };
}
