import type { Group } from "../../convert/combineGroups.js";
import type { Proportion, Rate } from "../../effects/counts.js";

/** Which arm of which trial. */
export interface NamedArm {
  readonly study: string;
  readonly treatment: string;
}

/** Patients, mean and standard deviation of an arm. */
export interface MeansArm extends NamedArm, Group {}

/** `a` events among the `n` patients of an arm. */
export interface EventsArm extends NamedArm, Proportion {}

/** `x` events in the time `t` at risk of an arm. */
export interface RateArm extends NamedArm, Rate {}

/** An estimate of an arm alone, independent of the trial's other arms, with its variance: a mean, or a log odds. */
export interface EstimateArm extends NamedArm {
  readonly yi: number;
  readonly vi: number;
  /** Patients, where known. */
  readonly n?: number;
}
