import type { PointComparison, PointEffects, PointPair, PointTrialEffect, PointUse } from "@acumeta/acupoints";
import type { CheckedClaim } from "@acumeta/claims";
import type { PooledEffect } from "@acumeta/core";
import type { Answer, Problem, Published } from "@acumeta/trials";

/** The answer to one question; `pooled` is null where no trial answers it. */
export interface QuestionResult extends Answer {
  readonly pooled: PooledEffect | null;
}

/** What is said of points. */
export interface PointResults {
  /** Trials that print their points. */
  readonly prescriptions: number;
  readonly withoutPoints: readonly string[];
  /** Trials whose list is rated low, which is therefore left out. */
  readonly untrusted: readonly string[];
  readonly withoutEffect: readonly string[];
  readonly trialEffects: readonly PointTrialEffect[];
  readonly use: readonly PointUse[];
  readonly pairs: readonly PointPair[];
  /** Every point. */
  readonly effects: PointEffects;
  /** The points of the figures, with a band of their own. */
  readonly shownEffects: PointEffects;
  readonly published: readonly PointComparison[];
}

/** Everything the report says, as plain data (results.json). */
export interface Results {
  readonly acumeta: string;
  readonly trials: number;
  readonly warnings: readonly Problem[];
  readonly questions: readonly QuestionResult[];
  /** null where no trial has both a list of points and an effect. */
  readonly points: PointResults | null;
  readonly published: Published["pooled"];
  readonly claims: readonly CheckedClaim[];
}
