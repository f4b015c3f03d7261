import type { KnownCorrelation } from "../multilevel/random/randomEffect.js";
import type { SharedArmRuleId } from "./sharedArm/index.js";

/** Several outcomes of the same patients. */
export interface AssumedOutcomes {
  /** Column with the outcome of each effect. */
  readonly column: string;
  /** Of any two different outcomes, or of each two by their names. */
  readonly correlation: number | KnownCorrelation;
}

/** The same patients at several times. */
export interface AssumedTimes {
  /** Column with the time of each effect, a number (of weeks, for instance). */
  readonly column: string;
  /** Correlation of measurements one unit of time apart, from 0 up to 1; φ^|difference| at other distances. */
  readonly autocorrelation: number;
}

/** Effects that are differences of two groups, one of which another effect may share. */
export interface SharedArms {
  /** Columns with the names of the first and of the second group; an effect is the first minus the second. */
  readonly columns: readonly [first: string, second: string];
  /**
   * Columns with the sizes of both groups; equal sizes unless given. In general the weight of a group is the inverse of
   * the variance of its own part of the effect: 1/(1/a + 1/(n − a)) for a log odds ratio, n/(p(1 − p)) for a difference
   * of risks, n/sd² for one of means.
   */
  readonly sizes?: readonly [first: string, second: string];
  /** An id of `sharedArmRules`; "sizes" unless given. */
  readonly rule?: SharedArmRuleId;
}

/**
 * What to assume of effects of the same cluster; every part that is given counts. The correlation of two effects is the
 * product over what tells them apart: different outcomes, different times, a group that only one of them has.
 */
export interface AssumedCovarianceOptions {
  /** Column whose values tell which effects may be correlated; "study" unless given. */
  readonly cluster?: string;
  readonly outcome?: AssumedOutcomes;
  readonly time?: AssumedTimes;
  readonly arms?: SharedArms;
  /** Of two effects that outcome, time and arms do not tell apart: of any two where this is all that is given. */
  readonly correlation?: number;
}
