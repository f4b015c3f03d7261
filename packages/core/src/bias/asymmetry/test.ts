import type { Events } from "../../effects/events.js";
import type { TwoGroups } from "../../effects/groups.js";
import type { Registered } from "../../registry/registry.js";
import type { ResidualTau2Estimator } from "../../regression/residualTau2/estimator.js";
import type { BiasPredictor } from "./predictors.js";
import type { Asymmetry } from "./result.js";

/** Effects with their variances, and the patients of each study where they are known. */
export interface EffectsData {
  readonly y: Float64Array;
  readonly v: Float64Array;
  readonly n: readonly (number | undefined)[];
  readonly names: readonly string[];
}

/** What a test may be told. */
export interface BiasTestChoices {
  readonly predictor: BiasPredictor;
  readonly tau2: ResidualTau2Estimator;
  readonly exact: boolean;
  readonly level: number;
}

interface Common<Id extends string, Rows extends string> extends Registered<Id> {
  /** What the rows must hold. */
  readonly rows: Rows;
  /** Fewest studies for which the test is defined. */
  readonly minimumK: number;
}

/** A test that looks at effects and their variances. */
export interface EffectsTest<Id extends string = string> extends Common<Id, "effects"> {
  readonly compute: (data: EffectsData, choices: BiasTestChoices) => Asymmetry;
}

/**
 * A test that looks at tables of events; studies without events, or with nothing but events, in both groups are left
 * out.
 */
export interface EventsTest<Id extends string = string> extends Common<Id, "events"> {
  /** Whether it looks at the log odds ratios, for which ½ is added to tables with a zero cell, or at the events alone. */
  readonly needsEffects: boolean;
  readonly compute: (tables: readonly Events[], logOddsRatios: EffectsData, choices: BiasTestChoices) => Asymmetry;
}

/** A test that looks at means and standard deviations of groups. */
export interface GroupsTest<Id extends string = string> extends Common<Id, "groups"> {
  readonly compute: (groups: readonly TwoGroups[], smds: EffectsData, choices: BiasTestChoices) => Asymmetry;
}

export type BiasTest = EffectsTest | EventsTest | GroupsTest;
