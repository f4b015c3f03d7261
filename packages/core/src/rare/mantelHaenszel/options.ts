import type { ZeroCellOptions } from "../../effects/zeroCells.js";
import { checkLevel } from "../../errors/check.js";
import { checkOptionNames } from "../../errors/checkOptionNames.js";
import { choose } from "../../registry/choose.js";
import type { EventsStudy, PersonTimeStudy } from "../studies.js";
import { mantelHaenszelMeasures } from "./index.js";
import type { MantelHaenszelMeasure } from "./measure.js";
import { type RiskDifferenceVariance, riskDifferenceVariances } from "./variances.js";
import { type ZeroCellUse, zeroCellUses } from "./zeroCellUse.js";

/** The rows that each measure is pooled from. */
export interface MantelHaenszelStudies {
  readonly OR: EventsStudy;
  readonly RR: EventsStudy;
  readonly RD: EventsStudy;
  readonly IRR: PersonTimeStudy;
  readonly IRD: PersonTimeStudy;
}

/** How to pool; choices are ids of registered methods. */
export interface MantelHaenszelOptions<M extends keyof MantelHaenszelStudies = keyof MantelHaenszelStudies> {
  /** An id of `mantelHaenszelMeasures`. */
  readonly measure: M;
  /** Confidence level; 0.95 unless given. */
  readonly level?: number;
  /** Continuity correction of the tests of association; true unless given. */
  readonly correct?: boolean;
  /** Zero-cell policy of the pooled estimate and the tests; `{ to: "none" }` unless given. */
  readonly pooledZeroCells?: ZeroCellOptions;
  /**
   * Zero-cell policy of the studies' own effects, and so of Q; `{ add: 0.5, to: "only0", dropDoubleZero: true }` unless
   * given.
   */
  readonly studyZeroCells?: ZeroCellOptions;
  /** What becomes of a corrected table: an id of `zeroCellUses`; "table" unless given. */
  readonly zeroCellUse?: keyof typeof zeroCellUses;
  /** Variance of a pooled risk difference: an id of `riskDifferenceVariances`; "Sato" unless given. */
  readonly variance?: keyof typeof riskDifferenceVariances;
}

const mantelHaenszelOptions = [
  "measure",
  "level",
  "correct",
  "zeroCellUse",
  "variance",
  "pooledZeroCells",
  "studyZeroCells",
];

/** The registered methods and policies that an options object chooses. */
export interface ResolvedMantelHaenszel {
  readonly measure: MantelHaenszelMeasure;
  readonly level: number;
  readonly correct: boolean;
  readonly pooledZeroCells: Required<ZeroCellOptions>;
  readonly studyZeroCells: Required<ZeroCellOptions>;
  readonly zeroCellUse: ZeroCellUse;
  readonly variance: RiskDifferenceVariance;
}

/** Ids to methods; an unknown id or a level outside (0, 1) is a MetaError. */
export function resolveMantelHaenszel(options: MantelHaenszelOptions): ResolvedMantelHaenszel {
  checkOptionNames(options, mantelHaenszelOptions);
  const { measure, level = 0.95, correct = true, zeroCellUse = "table", variance = "Sato" } = options;
  checkLevel(level);
  return {
    measure: choose<MantelHaenszelMeasure>("measure", mantelHaenszelMeasures, measure),
    level,
    correct,
    pooledZeroCells: { add: 0.5, to: "none", dropDoubleZero: false, ...options.pooledZeroCells },
    studyZeroCells: { add: 0.5, to: "only0", dropDoubleZero: true, ...options.studyZeroCells },
    zeroCellUse: choose<ZeroCellUse>("zeroCellUse", zeroCellUses, zeroCellUse),
    variance: choose<RiskDifferenceVariance>("variance", riskDifferenceVariances, variance),
  };
}
