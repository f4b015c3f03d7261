import type { ZeroCountOptions } from "../../effects/zeroCells.js";
import type { FitStatistics } from "../../pool/result.js";
import type { ChiSquareTest } from "../../rare/result.js";
import type { Registered } from "../../registry/registry.js";
import type { EventsArm } from "../arms/arm.js";
import type { TrialOfArms } from "../arms/trialsOfArms.js";
import type { CountNetwork } from "./countTrial.js";
import type { Dispersion } from "./penalised/dispersion.js";
import type { LeftOutComparison } from "./result.js";

/** What a method may be told. */
export interface MethodOptions {
  /** One effect in all trials. */
  readonly common: boolean;
  readonly quadraturePoints: number;
  readonly dispersion: Dispersion;
  readonly zeroCells: Required<ZeroCountOptions>;
}

/** Trials that say something of an odds ratio by a method, and what is left out for saying nothing. */
export interface Admitted {
  readonly trials: readonly TrialOfArms<EventsArm>[];
  readonly leftOut: readonly LeftOutComparison[];
}

export interface BinarySolution {
  /** Log odds ratios against the reference. */
  readonly beta: Float64Array;
  /** Their covariances, row by row. */
  readonly vcov: Float64Array;
  /** By which the covariances are multiplied for overdispersion; 1 for none. */
  readonly factor: number;
  /** null for a common effect. */
  readonly tau: { readonly value: number; readonly se: number | null } | null;
  /** A χ² statistic of heterogeneity and inconsistency, with the degrees of freedom of the network. */
  readonly Q: number;
  /** Of the designs about the network's estimates; null where trials are not pooled by design. */
  readonly betweenDesigns: ChiSquareTest | null;
  readonly fit: FitStatistics;
  readonly iterations: number;
  readonly converged: boolean;
}

/** A way to fit a network of counts. */
export interface BinaryNetworkMethod<Id extends string = string> extends Registered<Id> {
  /** Names of its own options. */
  readonly options: readonly string[];
  /** Whether counts must be whole numbers, as of a likelihood. */
  readonly whole: boolean;
  /** Whether it supposes that events are rare. */
  readonly rare: boolean;
  readonly admit: (trials: readonly TrialOfArms<EventsArm>[], options: MethodOptions) => Admitted;
  readonly fit: (network: CountNetwork, options: MethodOptions) => BinarySolution;
}
