import type { TrialEffect } from "../contrasts/answer.js";
import type { ConditionGroup } from "../schema/kinds.js";

/** What acupuncture was compared with; no treatment includes a waiting list. */
export const comparatorNames = ["sham", "no treatment", "usual care", "another treatment"] as const;
export type ComparatorName = (typeof comparatorNames)[number];

/** What the tables tell of an effect that may modify it. null: not known, or of no meaning for this effect. */
export interface Modifiers {
  readonly trial: string;
  readonly condition: ConditionGroup;
  /** null where arms of several of these were combined to one side. */
  readonly comparator: ComparatorName | null;
  /** Whether the needles of the sham went through the skin. */
  readonly shamPenetrates: "yes" | "no" | null;
  /** Whether the sham was at the points of the treatment or elsewhere. */
  readonly shamPoints: "same" | "elsewhere" | null;
  /** Whether current went through the needles of the treatment. */
  readonly electro: "yes" | "no" | null;
  /** Treatment sessions, needles and minutes of a session, weeks of treatment: of a range the middle. */
  readonly sessions: number | null;
  readonly needles: number | null;
  readonly minutes: number | null;
  readonly course: number | null;
  /** Week of the outcome, from the start of treatment. */
  readonly week: number | null;
  /** Weeks from the end of treatment to the outcome; below 0 while it lasted. */
  readonly weeksAfter: number | null;
}

/** What {@link Modifiers} may leave unknown. */
export const modifierNames = [
  "comparator",
  "shamPenetrates",
  "shamPoints",
  "electro",
  "sessions",
  "needles",
  "minutes",
  "course",
  "week",
  "weeksAfter",
] as const satisfies readonly (keyof Modifiers)[];
export type ModifierName = (typeof modifierNames)[number];

/** An effect with what may modify it, as columns that a formula can name. */
export interface ModifiedEffect extends TrialEffect, Modifiers {
  /** What was derived and not printed in a column of its own: "needles: middle of 14-20". */
  readonly modifierRules: readonly string[];
}
