import type { Better } from "../schema/kinds.js";
import type { Arm, Outcome, PublishedContrast, Trial } from "../schema/rows.js";
import type { Question } from "./question.js";

/** The part of the tables that belongs to one trial. */
export interface TrialTables {
  readonly trial: Trial;
  readonly arms: readonly Arm[];
  readonly outcomes: readonly Outcome[];
  readonly contrasts: readonly PublishedContrast[];
  /** Which end of a scale is good; null where no table says. */
  readonly better: (scale: string) => Better | null;
}

/** Arms set against arms in one trial: side A is the first-named treatment. */
export interface Comparison extends TrialTables {
  readonly question: Question;
  readonly armsA: readonly Arm[];
  readonly armsB: readonly Arm[];
  /** What the choice of these arms assumes. */
  readonly assumptions: readonly string[];
}
