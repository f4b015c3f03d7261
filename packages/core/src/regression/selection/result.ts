import type { Measure } from "../../effects/effect.js";
import type { LeftOutStudy } from "../../formula/missing.js";
import type { Bounds, Warning } from "../../pool/result.js";

/** A model of the table. */
export interface SubsetModel {
  /** The candidates in it, as they were given. */
  readonly terms: readonly string[];
  /** For `metaRegression`. */
  readonly formula: string;
  /** Coefficients of the mean; with τ² there is one parameter more. */
  readonly coefficients: number;
  readonly tau2: number;
  readonly logLik: number;
  /** Value of the criterion. */
  readonly criterion: number;
  /** By how much it is larger than that of the best. */
  readonly delta: number;
  /** exp(−Δ/2), in parts of the sum over all models. */
  readonly weight: number;
}

export interface ConditionalAverage {
  readonly estimate: number;
  readonly se: number;
}

/** A coefficient averaged over models. */
export interface AveragedCoefficient {
  readonly name: string;
  /** Over all models, 0 in those without it: drawn towards 0 as far as the models without it are believed. */
  readonly estimate: number;
  /** Unconditional: with what the choice of the model adds. */
  readonly se: number;
  readonly ci: Bounds;
  /** Models that have it. */
  readonly models: number;
  /** Over these alone: farther from 0, and too far where it is only noticed when it is large. */
  readonly whereIncluded: ConditionalAverage;
}

/** How much weight the models have that have a candidate. */
export interface TermImportance {
  readonly term: string;
  /** Sum of their weights. By AIC that of one coefficient of no consequence is not 0 but at least 0.27, 1/(1 + e). */
  readonly importance: number;
  /** How many there are; compare only candidates in as many. */
  readonly models: number;
}

/** The frozen, JSON-serialisable result of {@link bestSubsets}. */
export interface BestSubsets<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  /** Best first. */
  readonly models: readonly SubsetModel[];
  readonly averaged: readonly AveragedCoefficient[];
  /** Of each candidate, the largest first. */
  readonly importance: readonly TermImportance[];
  readonly leftOut: readonly LeftOutStudy[];
  readonly choices: { readonly criterion: string; readonly tau2: "ML"; readonly level: number };
  readonly warnings: readonly Warning[];
}
