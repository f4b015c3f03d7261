import type { Measure } from "../../effects/effect.js";
import type { Interval, Tau2, Warning } from "../../pool/result.js";
import type { Network, NetworkChoices, NetworkTreatment, TreatmentEffect } from "../result.js";

/** By how much the effect of a treatment against the reference grows with each unit of the moderator. */
export interface NetworkSlope {
  /** null: of every treatment alike ("common"), or their mean ("exchangeable"). */
  readonly treatment: string | null;
  readonly estimate: number;
  readonly se: number;
  readonly ci: Interval;
}

/** The frozen, JSON-serialisable result of {@link networkRegression}. */
export interface NetworkRegression<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  readonly treatments: readonly NetworkTreatment[];
  readonly reference: string;
  readonly moderator: {
    readonly name: string;
    readonly centre: number;
    readonly lowest: number;
    readonly highest: number;
  };
  readonly interaction: string;
  /** Every other treatment against the reference, in trials whose moderator is at the centre. */
  readonly effects: readonly TreatmentEffect[];
  readonly slopes: readonly NetworkSlope[];
  /** Model-based covariances of `effects`, then of `slopes`; of predicted slopes those of prediction errors. */
  readonly vcov: readonly (readonly number[])[];
  readonly scaled: Network["scaled"];
  readonly predictionNote: string | null;
  readonly tau2: Tau2;
  /** Variance of the slopes between treatments, where they are exchangeable. */
  readonly slopeVariance: number | null;
  /** Of the comparisons about the model, at τ² = 0; of exchangeable slopes y′Py at the estimated variances. */
  readonly Q: number;
  readonly df: number;
  readonly choices: NetworkChoices;
  readonly warnings: readonly Warning[];
}
