import type { Registered } from "../../../registry/registry.js";
import type { PairEvidence } from "../../pairEvidence.js";
import type { Network } from "../../result.js";
import type { Scale } from "../../scaleOf.js";
import type { WorkingNetwork } from "../../workingNetwork.js";

/** An effect and its model-based variance. */
export interface Estimated {
  readonly estimate: number;
  readonly variance: number;
}

/** The effect of a treatment against another, by direct and by indirect evidence. */
export interface Split {
  readonly direct: Estimated;
  /** null where there is none. */
  readonly indirect: Estimated | null;
  readonly difference: Estimated | null;
  /** Of the fit from which the indirect effect is. */
  readonly tau2: number;
  /** The rule of its intervals. */
  readonly scale: Scale;
}

/** What a method works on. */
export interface SplitInput {
  readonly network: Network;
  readonly working: WorkingNetwork;
  /** The rule of the network's intervals. */
  readonly scale: Scale;
  /** The network's estimate of a treatment against another, by their places. */
  readonly inNetwork: (pair: readonly [number, number]) => Estimated;
  /** To which of the two arms side-splitting gives the difference in trials of several arms. */
  readonly multiArm: MultiArmDifference;
}

export type MultiArmDifference = "both" | "treatment" | "against";

/** A registered way of telling direct from indirect evidence. */
export interface SplitMethod<Id extends string = string> extends Registered<Id> {
  readonly prepare: (input: SplitInput) => (evidence: PairEvidence) => Split;
}
