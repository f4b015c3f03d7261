import type { Registered } from "../../registry/registry.js";
import type { Stratum } from "../zeroCells.js";
import type { QuadratureRule } from "./gaussHermite.js";
import type { Saturated } from "./saturated.js";

/** What a model of two groups is fitted to. */
export type TwoGroupMeasure = "OR" | "IRR";

export interface GlmmSolution {
  readonly theta: number;
  readonly seTheta: number;
  readonly tau: number;
  /** null on the boundary and for a common effect. */
  readonly seTau: number | null;
  readonly atBoundary: boolean;
  /** null for models without random levels. */
  readonly levels: { readonly mean: number; readonly variance: number } | null;
  readonly logLik: number;
  /** With τ = 0. */
  readonly logLikCommon: number;
  readonly parameters: number;
  readonly saturated: Saturated;
  readonly converged: boolean;
  readonly evaluations: number;
  readonly gradient: number;
}

/** A generalised linear mixed model of studies with two groups. */
export interface GlmmModel<Id extends string = string> extends Registered<Id> {
  readonly measures: readonly TwoGroupMeasure[];
  readonly fit: (
    strata: readonly Stratum[],
    measure: TwoGroupMeasure,
    options: { readonly rule: QuadratureRule; readonly common: boolean },
  ) => GlmmSolution;
}
