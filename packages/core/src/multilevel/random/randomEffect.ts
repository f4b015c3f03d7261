import type { StructureId } from "../structures/index.js";

/** Correlations of the levels of a group that are known beforehand: of species from their tree, for instance. */
export interface KnownCorrelation {
  readonly names: readonly string[];
  /** Symmetric, with ones on the diagonal: a row for each name. */
  readonly matrix: readonly (readonly number[])[];
}

/** A random intercept for each value of a column, or for each combination of several. */
export interface RandomIntercept {
  readonly group: string | readonly string[];
  readonly correlation?: KnownCorrelation;
}

/** A random effect for each value of `inner` within each value of `outer`. */
export interface RandomLevels {
  readonly inner: string;
  readonly outer: string;
  /** "CS" unless given. */
  readonly structure?: StructureId;
}

/**
 * Random effects: "~ 1 | trial" (an intercept for each trial), "~ 1 | trial/outcome" (one for each trial and one for each
 * outcome of a trial), "~ outcome | trial" (compound symmetry of the outcomes of a trial), or an object.
 */
export type RandomEffect = string | RandomIntercept | RandomLevels;
