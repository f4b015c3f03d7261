import type { Question } from "../contrasts/question.js";
import type { Problem } from "../problems/problem.js";
import type { Arm, ArmPoints, Outcome, PublishedContrast, Scale, Trial } from "./rows.js";

/** The checked tables of a directory of trials; `warnings` travel with them. */
export interface Trials {
  readonly trials: readonly Trial[];
  readonly arms: readonly Arm[];
  readonly armPoints: readonly ArmPoints[];
  readonly outcomes: readonly Outcome[];
  readonly contrasts: readonly PublishedContrast[];
  readonly scales: readonly Scale[];
  readonly questions: readonly Question[];
  readonly warnings: readonly Problem[];
}
