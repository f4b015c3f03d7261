import type { Measure } from "../../effects/effect.js";
import type { Bounds } from "../../pool/result.js";

/** The Copas model where publication depends on standard errors as given by γ₀ and γ₁. */
export interface CopasPoint {
  readonly gamma0: number;
  readonly gamma1: number;
  /** Φ(γ₀ + γ₁/s) of the largest and of the smallest standard error s. */
  readonly publishLargestSe: number;
  readonly publishSmallestSe: number;
  /** Σ(1 − Pᵢ)/Pᵢ: studies that remain unpublished for those that are. */
  readonly unpublished: number;
  /** null where the likelihood can't be computed. */
  readonly estimate: number | null;
  /** null where the observed information is not positive definite, and where `estimate` is. */
  readonly se: number | null;
  readonly ci: Bounds | null;
  readonly p: number | null;
  readonly tau2: number | null;
  /** Correlation of effect and propensity to be published; 0 is no bias. Kept within ±0.9999. */
  readonly rho: number | null;
  readonly logLik: number | null;
  /**
   * Likelihood-ratio test of a slope of the effects on their standard errors beyond what the selection explains; null
   * for fewer than four studies and where `estimate` is null.
   */
  readonly asymmetryP: number | null;
  readonly converged: boolean;
}

/** The grid as a surface: rows by γ₀, columns by γ₁. */
export interface CopasContour {
  readonly gamma0: readonly number[];
  readonly gamma1: readonly number[];
  readonly estimate: readonly (readonly (number | null)[])[];
  readonly publishLargestSe: readonly (readonly number[])[];
}

/** The frozen, JSON-serialisable result of `copasModel`. */
export interface CopasModel<M extends Measure = Measure> {
  readonly measure: M;
  readonly k: number;
  /** Row by row of the contour. */
  readonly grid: readonly CopasPoint[];
  readonly contour: CopasContour;
  /** The point with the fewest unpublished studies that explains the asymmetry (p above `asymmetryLevel`); null: none. */
  readonly adjusted: CopasPoint | null;
  /** Random-effects model by maximum likelihood, which is that of ρ = 0. */
  readonly unadjusted: {
    readonly estimate: number;
    readonly se: number;
    readonly tau2: number;
    readonly logLik: number;
  };
  readonly choices: { readonly asymmetryLevel: number; readonly level: number };
}
