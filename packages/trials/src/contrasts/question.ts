import type { ArmKind, ConditionGroup, OutcomeKind, Trust } from "../schema/kinds.js";

export type EffectSource = "endpoint" | "change" | "contrast";

/** A question to the trials, as plain data (a row of questions.json). */
export interface Question {
  /** "low-back-pain/acupuncture-vs-sham/pain/short". */
  readonly id: string;
  readonly label: string;
  readonly conditions: readonly ConditionGroup[];
  /** Kinds of the first-named side; a positive SMD favours it. */
  readonly treatment: readonly ArmKind[];
  readonly comparator: readonly ArmKind[];
  readonly outcome: OutcomeKind;
  /**
   * Weeks from the start of treatment; the row nearest `target` within [from, to] answers, ties go to the earlier.
   * The shipped questions ask for 0.1 to 13 weeks with target 8, soon after the end of a typical course (of the
   * trials that print one, most lasted 4 to 8 weeks), and for 26 to 104 with target 26. From 0.1, not 0: week 0 is
   * the baseline, or an effect of the first day.
   */
  readonly window: { readonly from: number; readonly to: number; readonly target: number };
  readonly measure: "SMD" | "MD" | "logRR" | "logOR" | "RD";
  /** Sources of an effect, the preferred first. */
  readonly prefer: readonly EffectSource[];
  /** Several eligible arms of one side: "combine" (Cochrane Handbook 6.5.2.10, the default) or "separate" comparisons. */
  readonly arms?: "combine" | "separate";
  /** Rows trusted less than this are not used; "low" (all rows) unless given. */
  readonly minimumTrust?: Trust;
  /** Responder counts as SMD by Chinn (2000) where nothing better is printed; false unless given. */
  readonly respondersAsSmd?: boolean;
  /** Only this scale (needed for MD). */
  readonly scale?: string;
}
